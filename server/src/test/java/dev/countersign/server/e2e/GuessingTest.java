package dev.countersign.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.server.Countersign;
import dev.countersign.testkit.TestClock;
import dev.countersign.testkit.Totp;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Answer;
import dev.countersign.value.RequestId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What guessing comes to on real wires: a stranger's costs the owner of a number nothing, a caller's many numbers
/// count together, and so do the wires that one app's codes come by.
class GuessingTest {
    private static final String START = "/v1/verifications";
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final String SERIAL = "\"SerialNumber\":\"qcs::cam:uin/100000000001::mfa/softToken\"";
    private static final int COMPARED = 200;

    @TempDir
    Path directory;

    @Test
    void strangers_who_flood_and_guess_at_a_number_do_not_keep_its_owner_out() {
        within(UnaryOperator.identity(), client -> {
            String number = "85261234567";
            for (int n = 0; n < 5; n++) {
                String id = start(client, number, "");
                for (int guess = 0; guess < 5; guess++) {
                    check(client, id, "12345a");
                }
                client.nextCode(number);
                client.advance("61s");
            }
            assertThat(client.rest("POST", START, "{\"to\":\"+" + number + "\"}")
                            .status())
                    .isEqualTo(429);

            String id = start(client, number, ",\"principal\":" + Mfa.ALICE);
            assertThat(check(client, id, client.nextCode(number)).text("status"))
                    .isEqualTo("redeemed");
        });
    }

    @Test
    void five_guesses_at_each_of_many_numbers_stop_at_the_callers_count() {
        TestClock clock = TestClock.atNoon();
        within(options -> options.given(clock, RequestId.from(new Random(5))), client -> {
            List<String> ids = new ArrayList<>();
            for (int n = 0; n < 60; n++) {
                ids.add(start(client, "852" + (65_000_000 + n), ""));
            }
            for (String id : ids) {
                for (int guess = 0; guess < 5; guess++) {
                    check(client, id, "12345a");
                }
            }
            int compared = ids.stream()
                    .mapToInt(id -> 5
                            - Integer.parseInt(
                                    client.rest("GET", START + "/" + id, "").text("triesLeft")))
                    .sum();
            assertThat(compared).as("of %d guesses", 5 * ids.size()).isEqualTo(COMPARED);
            String last = "852" + (65_000_000 + 59);
            assertThat(check(client, ids.getLast(), client.code(last)).status())
                    .as("a right code is not compared either")
                    .isEqualTo(422);
            client.advance("31s");
            assertThat(check(client, ids.getLast(), client.code(last)).text("status"))
                    .isEqualTo("redeemed");
        });
    }

    @Test
    void an_apps_wrong_codes_count_together_whatever_they_are_shown_for() {
        within(UnaryOperator.identity(), client -> {
            String app = "{\"uin\":" + Mfa.ALICE + ",\"totp\":\"" + SECRET + "\"}";
            assertThat(client.send("PUT", "/dev/authenticators", app).status()).isEqualTo(200);
            for (int n = 0; n < 120; n++) {
                String code = Totp.wrong(SECRET, client.now());
                assertThat(show(client, n % 2 == 0, code)).isEqualTo("FailedOperation.CheckMFAError");
            }
            for (boolean session : List.of(true, false)) {
                assertThat(show(client, session, Totp.code(SECRET, client.now())))
                        .as("a right code is not compared during the wait")
                        .isEqualTo("FailedOperation.CheckMFAError");
            }
            client.advance("31s");
            assertThat(show(client, false, Totp.code(SECRET, client.now())))
                    .as("had more than ten been counted, the wait would be longer")
                    .isEqualTo("ok");
        });
    }

    private static String show(DevClient client, boolean session, String code) {
        String factor = SERIAL + ",\"TokenCode\":\"" + code + "\"";
        return session
                ? client.sts(DevClient.ALICE, "GetSessionToken", "{" + factor + "}")
                        .code()
                : client.sts(
                                DevClient.ALICE,
                                "AssumeRole",
                                "{\"RoleArn\":\"qcs::cam::uin/100000000001:roleName/dev-operator\","
                                        + "\"RoleSessionName\":\"nightly\"," + factor + "}")
                        .code();
    }

    private static String start(DevClient client, String number, String more) {
        Answer started = client.rest("POST", START, "{\"to\":\"+" + number + "\"" + more + "}");
        assertThat(started.status()).as(started.text()).isEqualTo(201);
        return started.text("id");
    }

    private static Answer check(DevClient client, String id, String code) {
        return client.rest("POST", START + "/" + id + "/check", "{\"code\":\"" + code + "\"}");
    }

    private void within(UnaryOperator<Countersign.DevOptions> more, java.util.function.Consumer<DevClient> test) {
        Countersign.DevOptions options =
                more.apply(Countersign.DevOptions.at(directory).relaxed());
        try (Countersign server = Countersign.dev(options);
                DevClient client = new DevClient(server.port())) {
            test.accept(client);
        }
    }
}
