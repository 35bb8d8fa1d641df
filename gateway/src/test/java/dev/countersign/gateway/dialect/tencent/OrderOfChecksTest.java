package dev.countersign.gateway.dialect.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.gateway.wire.Value;
import dev.countersign.value.Bytes;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Method, size, form, common parameters, action, timestamp, key, signature, token, rate, permission,
/// parameters: with two faults at once the earlier one is answered. Clients see this order, so that it must not
/// shift unnoticed.
final class OrderOfChecksTest {
    private static final String BODY = "{\"Name\":\"you\"}";

    private final Stand stand = new Stand(TencentOptions.vendor(), false);

    private Response post(String body, Consumer<Map<String, String>> change) {
        return post("Greet", Stand.VERSION, Calls.NOW, Calls.KEY, Calls.SECRET, body, change);
    }

    private Response post(
            String action,
            String version,
            long timestamp,
            String key,
            String secret,
            String body,
            Consumer<Map<String, String>> change) {
        Map<String, String> headers = Calls.signedHeaders("POST", "", action, version, body, timestamp, key, secret);
        change.accept(headers);
        return stand.answer(Calls.request("POST", "", Calls.headers(headers), body));
    }

    private static void unchanged(Map<String, String> headers) {}

    @Test
    void all_four_forms_succeed() {
        Map<String, String> legacy = Calls.legacyParameters("Greet", Stand.VERSION);
        legacy.put("Name", "you");
        legacy.put("RequestClient", "SDK_TEST");
        for (Request request : new Request[] {
            Calls.post("Greet", Stand.VERSION, BODY),
            Calls.get("Greet", Stand.VERSION, "Name=you&Count=3&Words.1=b&Words.0=a&Place.City=x&Language=ignored"),
            Calls.legacyPost(legacy),
            Calls.legacyGet(legacy)
        }) {
            Map<String, Value> members = Stand.members(stand.answer(request));
            assertThat(members.keySet()).containsExactly("Greeting", "RequestId");
            assertThat(members.get("Greeting")).isEqualTo(Value.text("Hello you"));
        }
    }

    @Test
    void method_before_size() {
        Headers headers = Calls.headers(Calls.signedHeaders("Greet", Stand.VERSION, BODY));
        Response put = stand.answer(new Request("PUT", "/", "", headers, Bytes.none(), "", true));
        assertThat(Stand.code(put)).isEqualTo("UnsupportedProtocol");
        assertThat(put.status()).isEqualTo(200);
    }

    @Test
    void size_before_form() {
        Headers headers = Headers.of("X-TC-Action", "Greet", "Content-Type", "text/plain");
        Response post = stand.answer(new Request("POST", "/", "", headers, Bytes.none(), "", true));
        assertThat(Stand.code(post)).isEqualTo("RequestSizeLimitExceeded");
        Response get = stand.answer(Calls.request("GET", "%".repeat(40_000), headers, ""));
        assertThat(Stand.code(get)).isEqualTo("RequestSizeLimitExceeded");
        Response legacy = stand.answer(Calls.legacyForm("SecretId=x&%".repeat(200_000)));
        assertThat(Stand.code(legacy)).isEqualTo("AuthFailure.SignatureFailure");
        assertThat(Stand.message(legacy)).contains("exceeding request size limit");
    }

    @Test
    void form_before_common_parameters() {
        assertThat(Stand.code(post("{", headers -> headers.remove("X-TC-Version"))))
                .isEqualTo("InvalidParameter");
        assertThat(Stand.code(stand.answer(Calls.legacyForm("SecretId=x&A")))).isEqualTo("InvalidParameter");
    }

    @Test
    void common_parameters_before_action() {
        Response response = post(
                "Nothing",
                "1999-01-01",
                Calls.NOW,
                Calls.KEY,
                "bad",
                BODY,
                headers -> headers.put("X-TC-Language", "fr-FR"));
        assertThat(Stand.code(response)).isEqualTo("InvalidParameterValue");
    }

    @Test
    void action_before_timestamp() {
        Response action = post("Nothing", Stand.VERSION, 1, "none", "bad", BODY, OrderOfChecksTest::unchanged);
        assertThat(Stand.code(action)).isEqualTo("InvalidAction");
        assertThat(Stand.message(action))
                .isEqualTo("The request action=`Nothing` is invalid or not found in service=`greetings` and "
                        + "version=`2022-09-28`.");
        Response version = post("Greet", "1999-01-01", 1, "none", "bad", BODY, OrderOfChecksTest::unchanged);
        assertThat(Stand.code(version)).isEqualTo("NoSuchVersion");
        assertThat(Stand.message(version))
                .isEqualTo("The specified api version=`1999-01-01` does not exist in service=`greetings`.");
    }

    @Test
    void timestamp_before_key() {
        for (long off : new long[] {-301, 301}) {
            Response response = post(
                    "Greet", Stand.VERSION, Calls.NOW + off, "LTAInobody", "bad", BODY, OrderOfChecksTest::unchanged);
            assertThat(Stand.code(response)).isEqualTo("AuthFailure.SignatureExpire");
            assertThat(Stand.message(response)).endsWith("the server time 1795337960.");
        }
    }

    @Test
    void five_minutes_either_way_are_in_time() {
        for (long off : new long[] {-300, 300}) {
            Response response = post(
                    "Greet",
                    Stand.VERSION,
                    Calls.NOW + off,
                    Calls.KEY,
                    Calls.SECRET,
                    BODY,
                    OrderOfChecksTest::unchanged);
            assertThat(Stand.code(response)).isEmpty();
        }
    }

    @Test
    void timestamp_before_a_skipped_signature() {
        assertThat(Stand.code(post(BODY, headers -> headers.put("Authorization", "SKIP"))))
                .isEqualTo("AuthFailure.SignatureFailure");
        assertThat(Stand.code(post(BODY, headers -> {
                    headers.put("Authorization", "SKIP");
                    headers.put("X-TC-Timestamp", "1");
                })))
                .isEqualTo("AuthFailure.SignatureExpire");
    }

    @Test
    void key_before_signature() {
        assertThat(Stand.code(post(
                        "Greet", Stand.VERSION, Calls.NOW, "AKIDnobody", "bad", BODY, OrderOfChecksTest::unchanged)))
                .isEqualTo("AuthFailure.SecretIdNotFound");
        assertThat(Stand.code(post(
                        "Greet", Stand.VERSION, Calls.NOW, "XYZnobody", "bad", BODY, OrderOfChecksTest::unchanged)))
                .isEqualTo("AuthFailure.InvalidSecretId");
    }

    @Test
    void signature_before_token() {
        Response bad = post(
                "Greet", Stand.VERSION, Calls.NOW, Calls.KEY, "bad", BODY, headers -> headers.put("X-TC-Token", "x"));
        assertThat(Stand.code(bad)).isEqualTo("AuthFailure.SignatureFailure");
    }

    @Test
    void token_before_rate_and_permission() {
        for (int i = 0; i < 6; i++) {
            Response response = post(
                    "Greet",
                    Stand.VERSION,
                    Calls.NOW,
                    FewTenants.POWERLESS,
                    Calls.SECRET,
                    BODY,
                    headers -> headers.put("X-TC-Token", "x"));
            assertThat(Stand.code(response)).isEqualTo("AuthFailure.TokenFailure");
        }
    }

    @Test
    void rate_before_permission() {
        Response last = post(BODY, OrderOfChecksTest::unchanged);
        for (int i = 0; i < 5; i++) {
            last = post(
                    "Greet",
                    Stand.VERSION,
                    Calls.NOW,
                    FewTenants.POWERLESS,
                    Calls.SECRET,
                    BODY,
                    OrderOfChecksTest::unchanged);
        }
        assertThat(Stand.code(last)).isEqualTo("RequestLimitExceeded");
        assertThat(Stand.message(last))
                .isEqualTo(
                        "Your current request times equals to `5` in a second, which exceeds the frequency limit `4` "
                                + "for a second. Please reduce the frequency of calls.");
    }

    @Test
    void permission_before_parameters() {
        for (String key : new String[] {FewTenants.POWERLESS, FewTenants.UNSUBSCRIBED}) {
            Response response = post(
                    "Greet",
                    Stand.VERSION,
                    Calls.NOW,
                    key,
                    Calls.SECRET,
                    "{\"Other\":1}",
                    OrderOfChecksTest::unchanged);
            assertThat(Stand.code(response)).isEqualTo("UnauthorizedOperation");
            String id = ((Value.Text) java.util.Objects.requireNonNull(
                            Stand.members(response).get("RequestId")))
                    .text();
            assertThat(Stand.message(response))
                    .isEqualTo("[request id:" + id + "]you are not authorized to perform operation (greetings:Greet)\n"
                            + "resource (*) has no permission\n");
        }
    }

    @Test
    void unknown_before_missing_before_type_before_value() {
        assertThat(Stand.message(post("{\"$schema\":\"x\",\"Count\":\"x\"}", OrderOfChecksTest::unchanged)))
                .isEqualTo("The parameter `$schema` is not recognized.");
        assertThat(Stand.message(post("{\"Count\":\"x\",\"Name\":null}", OrderOfChecksTest::unchanged)))
                .isEqualTo("The request is missing a required parameter `Name`.");
        assertThat(Stand.message(post("{\"Count\":\"x\",\"Name\":\"NO\"}", OrderOfChecksTest::unchanged)))
                .isEqualTo("The value type of parameter `Count` is not valid.");
        assertThat(Stand.message(post("{\"Count\":\"7\",\"Name\":\"NO\"}", OrderOfChecksTest::unchanged)))
                .isEqualTo("A value specified in Name is not valid, is unsupported, or cannot be used.");
    }

    @Test
    void a_number_for_a_text_is_refused() {
        Response response = post("{\"Name\":7}", OrderOfChecksTest::unchanged);
        assertThat(Stand.code(response)).isEqualTo("InvalidParameter");
        assertThat(Stand.message(response)).isEqualTo("The value type of parameter `Name` is not valid.");
    }
}
