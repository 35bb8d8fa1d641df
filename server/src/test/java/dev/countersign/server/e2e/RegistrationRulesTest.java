package dev.countersign.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.wire.Value;
import dev.countersign.server.Countersign;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The rules of a verification, seen from the wire: races, waits, and what a new code does not forgive.
class RegistrationRulesTest {
    @TempDir
    static Path directory;

    private static Countersign server;
    private static DevClient client;
    private static Accounts accounts;

    @BeforeAll
    static void start() {
        server = Countersign.dev(Countersign.DevOptions.at(directory).relaxed());
        client = new DevClient(server.port());
        accounts = new Accounts(client);
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    private static Outcome send(String number) {
        return client.call("SendVerifyCode", "CountryCode", "852", "PhoneNum", number);
    }

    private static List<String> inParallel(int times, java.util.function.IntFunction<Outcome> call)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> running = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int turn = i;
                running.add(threads.submit(() -> call.apply(turn)));
            }
            List<String> codes = new ArrayList<>();
            for (Future<Outcome> one : running) {
                codes.add(one.get().code());
            }
            return codes;
        }
    }

    @Test
    void of_many_sends_at_the_same_instant_one_is_accepted_and_one_message_goes_out() throws Exception {
        List<String> codes = inParallel(50, i -> send("64000001"));
        assertThat(codes).filteredOn("ok"::equals).hasSize(1);
        assertThat(codes)
                .filteredOn("FailedOperation.SendVerifyCodeLimit60"::equals)
                .hasSize(49);
        client.code("85264000001");
        send("64000002");
        client.code("85264000002");
        assertThat(client.messages("85264000001")).isOne();
    }

    @Test
    void two_hundred_parallel_redeems_of_one_code_make_one_account() throws Exception {
        send("64000003");
        String code = client.code("85264000003");
        List<Map<String, Value>> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            all.add(accounts.right("852", "64000003", code));
        }
        List<String> codes = inParallel(200, i -> accounts.create(all.get(i)));
        assertThat(codes).filteredOn("ok"::equals).hasSize(1);
        assertThat(codes)
                .filteredOn(outcome -> !outcome.equals("ok"))
                .isSubsetOf("FailedOperation.VerificationCodeIllegal", "ServiceUnavailable");
    }

    @Test
    void failures_outlive_a_new_code_and_lead_to_waits_in_which_the_right_code_is_refused() {
        String number = "64000004";
        String wrong = "000000";
        for (int sent = 0; sent < 2; sent++) {
            assertThat(send(number).code()).isEqualTo("ok");
            assertThat(client.nextCode("852" + number)).isNotEqualTo(wrong);
            for (int i = 0; i < 5; i++) {
                accounts.create("852", number, wrong);
            }
            client.advance("61s");
        }
        client.advance("1m");
        assertThat(send(number).code()).isEqualTo("ok");
        accounts.create("852", number, wrong);
        String right = client.nextCode("852" + number);
        assertThat(accounts.create("852", number, right).code())
                .as("the eleventh failure in a row is followed by a wait of 60 s")
                .isEqualTo("FailedOperation.VerificationCodeIllegal");
        client.advance("60s");
        assertThat(accounts.create("852", number, right).code()).isEqualTo("ok");
    }

    @Test
    void a_resent_code_is_the_same_one_with_its_first_expiry_while_half_its_life_is_left() {
        String number = "64000005";
        send(number);
        String first = client.nextCode("852" + number);
        client.advance("2m");
        send(number);
        assertThat(client.nextCode("852" + number)).isEqualTo(first);
        client.advance("8m");
        assertThat(accounts.create("852", number, first).code()).isEqualTo("FailedOperation.VerificationCodeIllegal");
    }
}
