package dev.countersign.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.server.Countersign;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The order of checks is wire behaviour: each case here has two faults at once, and the earlier one must be
/// answered. Method, size, parse, common parameters, action and version, timestamp, key, signature, token, rate
/// limit, permission, parameters (unknown, missing, type, value), business.
class OrderOfChecksTest {
    private static final DevClient.Key WRONG = new DevClient.Key(DevClient.ROOT.id(), "wrong");
    private static final DevClient.Key UNKNOWN = new DevClient.Key("AKIDnobody", "wrong");

    @TempDir
    static Path directory;

    private static Countersign server;
    private static DevClient client;

    @BeforeAll
    static void start() {
        server = Countersign.dev(Countersign.DevOptions.at(directory));
        client = new DevClient(server.port());
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    private static Outcome raw(String method, String body, String... headers) {
        return DevClient.outcome(client.send(method, "/", body, headers));
    }

    @Test
    void method_before_parse() {
        assertThat(raw("PUT", "{broken", "X-TC-Action", "SendVerifyCode").code())
                .isEqualTo("UnsupportedProtocol");
        assertThat(raw("OPTIONS", "", "X-TC-Action", "SendVerifyCode").code()).isEqualTo("UnsupportedProtocol");
    }

    @Test
    void parse_before_common_parameters() {
        Outcome refused = raw("POST", "{broken", "X-TC-Version", "2022-09-28");
        assertThat(refused.code()).isEqualTo("InvalidParameter");
        assertThat(refused.message())
                .isEqualTo("The request content not valid json format for specified content-type=application/json.");
    }

    @Test
    void common_parameters_before_action() {
        Outcome refused = raw("POST", "{}", "X-TC-Action", "Nothing", "X-TC-Version", "2022-09-28");
        assertThat(refused.code()).isEqualTo("MissingParameter");
    }

    @Test
    void action_before_timestamp() {
        Instant old = Instant.now().minus(Duration.ofHours(1));
        assertThat(client.signed(WRONG, "Nothing", "2022-09-28", old, "{}").code())
                .isEqualTo("InvalidAction");
        assertThat(client.signed(WRONG, "SendVerifyCode", "1999-01-01", old, "{}")
                        .code())
                .isEqualTo("NoSuchVersion");
    }

    @Test
    void timestamp_before_key() {
        Instant old = Instant.now().minus(Duration.ofSeconds(302));
        Outcome refused = client.signed(UNKNOWN, "SendVerifyCode", "2022-09-28", old, "{}");
        assertThat(refused.code()).isEqualTo("AuthFailure.SignatureExpire");
        assertThat(refused.message())
                .matches("Signature expired\\. Please use local time and enable NTP service for time"
                        + " synchronization to avoid a deviation between `Timestamp` and the server time [0-9]{10}\\.");
        Instant ahead = Instant.now().plus(Duration.ofSeconds(302));
        assertThat(client.signed(UNKNOWN, "SendVerifyCode", "2022-09-28", ahead, "{}")
                        .code())
                .isEqualTo("AuthFailure.SignatureExpire");
        Instant within = Instant.now().minus(Duration.ofSeconds(290));
        assertThat(client.signed(UNKNOWN, "SendVerifyCode", "2022-09-28", within, "{}")
                        .code())
                .isEqualTo("AuthFailure.SecretIdNotFound");
    }

    @Test
    void key_before_signature() {
        assertThat(client.call(UNKNOWN, "SendVerifyCode", "{}").code()).isEqualTo("AuthFailure.SecretIdNotFound");
    }

    @Test
    void signature_before_parameters() {
        assertThat(client.call(WRONG, "SendVerifyCode", "{\"Nonsense\":1}").code())
                .isEqualTo("AuthFailure.SignatureFailure");
    }

    @Test
    void permission_before_parameters() {
        assertThat(client.call(DevClient.BOB, "SendVerifyCode", "{\"Nonsense\":1}")
                        .code())
                .isEqualTo("UnauthorizedOperation");
        assertThat(client.call(DevClient.BARE, "SendVerifyCode", "{\"Nonsense\":1}")
                        .code())
                .isEqualTo("UnauthorizedOperation");
    }

    @Test
    void rate_limit_before_permission_and_with_the_vendors_words() {
        Outcome last = client.call(DevClient.BOB, "CreateAccount", "{}");
        for (int i = 0; i < 200 && !last.code().equals("RequestLimitExceeded"); i++) {
            last = client.call(DevClient.BOB, "CreateAccount", "{}");
        }
        assertThat(last.code()).isEqualTo("RequestLimitExceeded");
        assertThat(last.message())
                .matches("Your current request times equals to `[0-9]+` in a second, which exceeds the frequency limit"
                        + " `5` for a second\\. Please reduce the frequency of calls\\.");
    }

    @Test
    void unknown_before_missing_before_type_before_value() {
        assertThat(parameters("{\"Nonsense\":1,\"CountryCode\":5}").message())
                .isEqualTo("The parameter `Nonsense` is not recognized.");
        assertThat(parameters("{\"CountryCode\":5}").message())
                .isEqualTo("The request is missing a required parameter `PhoneNum`.");
        assertThat(parameters("{\"CountryCode\":\"x\",\"PhoneNum\":5}").message())
                .startsWith("The value type of parameter `PhoneNum` is not valid");
        assertThat(parameters("{\"CountryCode\":\"x\",\"PhoneNum\":\"5\"}").code())
                .isEqualTo("InvalidParameterValue");
    }

    @Test
    void value_before_business() {
        assertThat(parameters("{\"CountryCode\":\"86\",\"PhoneNum\":\"x\"}").code())
                .isEqualTo("InvalidParameterValue");
    }

    @Test
    void null_is_absent() {
        assertThat(parameters("{\"CountryCode\":\"852\",\"PhoneNum\":null}").code())
                .isEqualTo("MissingParameter");
    }

    private static Outcome parameters(String body) {
        Outcome outcome = client.call(DevClient.ROOT, "SendVerifyCode", body);
        assertThat(outcome.fields()).containsOnlyKeys("Error", "RequestId");
        return outcome;
    }

    @Test
    void skip_opens_no_door() {
        String now = Long.toString(Instant.now().getEpochSecond());
        Outcome refused = raw(
                "POST",
                "{\"CountryCode\":\"852\",\"PhoneNum\":\"63999999\"}",
                "Authorization",
                "SKIP",
                "X-TC-Action",
                "SendVerifyCode",
                "X-TC-Version",
                "2022-09-28",
                "X-TC-Timestamp",
                now);
        assertThat(refused.code()).startsWith("AuthFailure.");
        assertThat(client.messages("85263999999")).isZero();
    }
}
