package dev.countersign.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.wire.Value;
import dev.countersign.server.Countersign;
import dev.countersign.testkit.Race;
import dev.countersign.testkit.Totp;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Temporary keys as a client meets them: got with the code of an authenticator app, used, ended.
class StsTest {
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final String SERIAL = "qcs::cam:uin/100000000001::mfa/softToken";
    private static final long ALICE = 100_000_000_011L;
    private static final long ROOT = 100_000_000_001L;

    @TempDir
    Path directory;

    private Countersign server;
    private DevClient client;

    @BeforeEach
    void start() {
        server = Countersign.dev(Countersign.DevOptions.at(directory).relaxed());
        client = new DevClient(server.port());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private void enrol(long uin) {
        String body = "{\"uin\":" + uin + ",\"totp\":\"" + SECRET + "\"}";
        assertThat(client.send("PUT", "/dev/authenticators", body).status()).isEqualTo(200);
    }

    private String app() {
        return Totp.code(SECRET, client.now());
    }

    private Outcome session(DevClient.Key key, String serial, String code, String more) {
        return client.sts(
                key,
                "GetSessionToken",
                "{\"SerialNumber\":\"" + serial + "\",\"TokenCode\":\"" + code + "\"" + more + "}");
    }

    private DevClient.Key opened(DevClient.Key key, String more) {
        Outcome answer = session(key, SERIAL, app(), more);
        assertThat(answer.code()).as(answer.message()).isEqualTo("ok");
        return DevClient.temporary(answer);
    }

    private void refused(Outcome outcome, String code, String message) {
        assertThat(outcome.code()).isEqualTo(code);
        assertThat(outcome.message()).isEqualTo(message);
        assertThat(outcome.fields()).containsOnlyKeys("Error", "RequestId");
    }

    private Outcome who(DevClient.Key key) {
        return client.sts(key, "GetCallerIdentity", "{}");
    }

    @Test
    void a_code_buys_a_key_that_signs_and_says_who_it_is() {
        enrol(ALICE);
        Instant before = client.now();
        Outcome answer = session(DevClient.ALICE, SERIAL, app(), "");
        DevClient.Key key = DevClient.temporary(answer);

        assertThat(key.id()).startsWith("AKIDtmp");
        assertThat(answer.fields()).containsOnlyKeys("Credentials", "ExpiredTime", "Expiration", "RequestId");
        Instant end = Instant.parse(answer.text("Expiration"));
        assertThat(answer.fields().get("ExpiredTime")).isEqualTo(Value.number(end.getEpochSecond()));
        assertThat(Duration.between(before, end)).isBetween(Duration.ofSeconds(1799), Duration.ofSeconds(1810));
        Outcome identity = who(key);
        assertThat(identity.code()).isEqualTo("ok");
        assertThat(identity.text("Arn")).isEqualTo("qcs::cam:100000000001:uin/100000000011");
        assertThat(identity.text("AccountId")).isEqualTo("100000000001");
        assertThat(identity.text("UserId")).isEqualTo("100000000011");
        assertThat(identity.text("PrincipalId")).isEqualTo("100000000011");
        assertThat(identity.text("Type")).isEqualTo("CAMUser");
        assertThat(client.call(key, "GetCountryCodes", "{}").code()).isEqualTo("ok");
    }

    @Test
    void a_key_ends_by_the_dev_clock_and_says_so() {
        enrol(ALICE);
        DevClient.Key key = opened(DevClient.ALICE, ",\"DurationSeconds\":3600");
        client.advance("59m");
        assertThat(who(key).code()).isEqualTo("ok");
        client.advance("61s");
        refused(
                who(key),
                "AuthFailure.TokenFailure",
                "The security token is wrong or has expired. Please obtain a new one.");
    }

    @Test
    void a_key_is_worth_nothing_without_its_token_and_no_key_takes_anothers() {
        enrol(ALICE);
        DevClient.Key key = opened(DevClient.ALICE, "");
        client.advance("30s");
        DevClient.Key another = opened(DevClient.ALICE, "");

        assertThat(who(new DevClient.Key(key.id(), key.secret())).code()).isEqualTo("AuthFailure.TokenFailure");
        assertThat(who(new DevClient.Key(key.id(), key.secret(), another.token()))
                        .code())
                .isEqualTo("AuthFailure.TokenFailure");
        assertThat(who(new DevClient.Key(key.id(), another.secret(), key.token()))
                        .code())
                .isEqualTo("AuthFailure.SignatureFailure");
        assertThat(who(new DevClient.Key(key.id(), "wrong", "wrong")).code()).isEqualTo("AuthFailure.SignatureFailure");
        assertThat(who(new DevClient.Key("AKIDtmpnobody", key.secret(), key.token()))
                        .code())
                .isEqualTo("AuthFailure.SecretIdNotFound");
        assertThat(who(new DevClient.Key(DevClient.ALICE.id(), DevClient.ALICE.secret(), key.token()))
                        .code())
                .isEqualTo("AuthFailure.TokenFailure");
        assertThat(who(key).code()).isEqualTo("ok");
    }

    @Test
    void a_temporary_key_buys_no_other() {
        enrol(ALICE);
        DevClient.Key key = opened(DevClient.ALICE, "");
        client.advance("30s");
        String code = app();
        refused(
                session(key, SERIAL, code, ""),
                "FailedOperation.TempKeyNotAllowed",
                "A temporary key can't be used for this operation.");
        assertThat(session(DevClient.ALICE, SERIAL, code, "").code())
                .as("the code was not used up")
                .isEqualTo("ok");
    }

    @Test
    void a_code_passes_once_and_a_wrong_one_never() {
        enrol(ALICE);
        String code = app();
        assertThat(session(DevClient.ALICE, SERIAL, code, "").code()).isEqualTo("ok");
        refused(session(DevClient.ALICE, SERIAL, code, ""), "FailedOperation.CheckMFAError", "MFA check failed.");
        String wrong = Totp.wrong(SECRET, client.now());
        refused(session(DevClient.ALICE, SERIAL, wrong, ""), "FailedOperation.CheckMFAError", "MFA check failed.");
    }

    @Test
    void of_200_parallel_calls_with_one_code_one_gets_a_key() {
        enrol(ALICE);
        String code = app();
        List<String> codes =
                Race.of(200, n -> session(DevClient.ALICE, SERIAL, code, "").code());
        assertThat(codes).filteredOn("ok"::equals).hasSize(1);
        assertThat(codes).filteredOn("FailedOperation.CheckMFAError"::equals).hasSize(199);
    }

    @Test
    void who_has_no_app_or_names_anothers_hears_what_a_wrong_code_hears() {
        refused(session(DevClient.ALICE, SERIAL, "123456", ""), "FailedOperation.CheckMFAError", "MFA check failed.");
        enrol(ALICE);
        for (String tenant : List.of("100000000002", "100000000011", "5")) {
            String serial = "qcs::cam:uin/" + tenant + "::mfa/softToken";
            assertThat(session(DevClient.ALICE, serial, app(), "").code()).isEqualTo("FailedOperation.CheckMFAError");
        }
        assertThat(session(DevClient.ROOT, SERIAL, app(), "").code()).isEqualTo("FailedOperation.CheckMFAError");
        assertThat(session(DevClient.ALICE, SERIAL, app(), "").code()).isEqualTo("ok");
    }

    @Test
    void only_an_app_can_be_shown_with_a_call() {
        enrol(ALICE);
        refused(
                session(DevClient.ALICE, "qcs::cam:uin/100000000001::mfa/u2fToken", app(), ""),
                "FailedOperation.MFATypeNotSupported",
                "The MFA type is not supported.");
        for (String serial :
                List.of("softToken", "qcs::cam::uin/100000000001::mfa/softToken", "qcs::cam:uin/x::mfa/a")) {
            refused(session(DevClient.ALICE, serial, app(), ""), "InvalidParameter.ParamError", "Invalid parameter.");
        }
        for (String code : List.of("12345", "1234567", "abcdef", "１２３４５６")) {
            refused(session(DevClient.ALICE, SERIAL, code, ""), "InvalidParameter.ParamError", "Invalid parameter.");
        }
        assertThat(session(DevClient.ALICE, SERIAL, app(), "").code()).isEqualTo("ok");
    }

    @Test
    void a_root_gets_two_hours_at_most_and_a_user_a_day_and_a_half() {
        enrol(ROOT);
        enrol(ALICE);
        String longer = "The expiration time exceeds the threshold.";
        refused(
                session(DevClient.ROOT, SERIAL, app(), ",\"DurationSeconds\":7201"),
                "InvalidParameter.OverTimeError",
                longer);
        for (String seconds : List.of("129601", "0", "-1", "9223372036854775807")) {
            refused(
                    session(DevClient.ALICE, SERIAL, app(), ",\"DurationSeconds\":" + seconds),
                    "InvalidParameter.OverTimeError",
                    longer);
        }
        DevClient.Key root = opened(DevClient.ROOT, ",\"DurationSeconds\":7200");
        DevClient.Key alice = opened(DevClient.ALICE, ",\"DurationSeconds\":129600");
        client.advance("7190s");
        assertThat(who(root).text("UserId")).isEqualTo("100000000001");
        client.advance("11s");
        assertThat(who(root).code()).isEqualTo("AuthFailure.TokenFailure");
        client.advance("34h");
        assertThat(who(alice).code()).as("after a day and a half").isEqualTo("AuthFailure.TokenFailure");
    }

    @Test
    void of_120_wrong_codes_ten_are_compared() {
        enrol(ALICE);
        String wrong = Totp.wrong(SECRET, client.now());
        for (int n = 0; n < 9; n++) {
            assertThat(session(DevClient.ALICE, SERIAL, wrong, "").code()).isEqualTo("FailedOperation.CheckMFAError");
        }
        assertThat(session(DevClient.ALICE, SERIAL, app(), "").code())
                .as("nine are few enough")
                .isEqualTo("ok");
        client.advance("30s");
        String other = Totp.wrong(SECRET, client.now());
        for (int n = 0; n < 120; n++) {
            assertThat(session(DevClient.ALICE, SERIAL, other, "").code()).isEqualTo("FailedOperation.CheckMFAError");
        }
        assertThat(session(DevClient.ALICE, SERIAL, app(), "").code())
                .as("a right code is not compared during the wait")
                .isEqualTo("FailedOperation.CheckMFAError");
        client.advance("31s");
        assertThat(session(DevClient.ALICE, SERIAL, app(), "").code())
                .as("had more than ten been counted, the wait would be longer")
                .isEqualTo("ok");
    }

    @Test
    void whoever_may_nothing_gets_nothing() {
        assertThat(session(DevClient.BOB, SERIAL, "123456", "").code()).isEqualTo("UnauthorizedOperation");
        assertThat(who(DevClient.BOB).code()).isEqualTo("UnauthorizedOperation");
        assertThat(who(DevClient.BARE).text("AccountId")).isEqualTo("100000000003");
    }

    @Test
    void temporary_keys_outlive_a_restart() {
        enrol(ALICE);
        DevClient.Key key = opened(DevClient.ALICE, "");
        stop();
        start();
        assertThat(who(key).code()).isEqualTo("ok");
    }

    @Test
    void the_dev_call_gives_an_app_to_tenant_dev_only_and_takes_no_weak_secret() {
        assertThat(client.send("PUT", "/dev/authenticators", "{\"uin\":100000000011,\"totp\":\"" + SECRET + "\"}")
                        .text("uri"))
                .isEqualTo("otpauth://totp/Countersign:alice?secret=" + SECRET + "&issuer=Countersign");
        for (String uin : List.of("100000000002", "5")) {
            assertThat(client.send("PUT", "/dev/authenticators", "{\"uin\":" + uin + ",\"totp\":\"" + SECRET + "\"}")
                            .status())
                    .isEqualTo(404);
        }
        for (String body : List.of(
                "{\"uin\":100000000011}",
                "{\"totp\":\"" + SECRET + "\"}",
                "{\"uin\":100000000011,\"totp\":\"GEZDGNBV\"}",
                "{\"uin\":100000000011,\"totp\":\"18901890189\"}")) {
            assertThat(client.send("PUT", "/dev/authenticators", body).status()).isEqualTo(400);
        }
    }
}
