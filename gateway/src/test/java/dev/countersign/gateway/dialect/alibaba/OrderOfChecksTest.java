package dev.countersign.gateway.dialect.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.gateway.wire.Value;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each case has two faults, and is answered the one that is looked at first: parse, action and version, common
/// parameters, timestamp, key, token, signature, nonce, calls a second, permission, parameters.
final class OrderOfChecksTest {
    private final Stand stand = new Stand(AlibabaOptions.vendor());

    private static Request acs3(Map<String, String> change, String query, String key, String secret) {
        Map<String, String> headers = Signer.headers("Greet", "n-" + key);
        headers.putAll(change);
        headers.values().removeIf(String::isEmpty);
        return Signer.acs3(headers, query, key, secret);
    }

    private static Request rpc(Map<String, String> change, String key, String secret) {
        Map<String, String> parameters = Signer.parameters("Greet", "n-" + key, key);
        parameters.putAll(Map.of("Format", "JSON", "Whom", "x"));
        parameters.putAll(change);
        parameters.values().removeIf(String::isEmpty);
        return Signer.rpc(parameters, secret);
    }

    @Test
    void a_good_call_of_either_version_is_answered() {
        assertThat(stand.outcome(acs3(Map.of(), "Whom=x", "LTAIroot", Stand.SECRET)))
                .isEqualTo("200");
        assertThat(stand.outcome(rpc(Map.of(), "AKIDroot", Stand.SECRET))).isEqualTo("200");
    }

    @ParameterizedTest
    @CsvSource({
        "x-acs-action, Nope, x-acs-date, '', 404 InvalidAction.NotFound",
        "x-acs-version, 1999-01-01, x-acs-date, '', 400 InvalidVersion",
        "x-acs-date, '', x-acs-signature-nonce, '', 400 IncompleteSignature",
        "x-acs-date, 2026-11-22T10:00:00.000Z, x-acs-security-token, x, 400 InvalidTimeStamp.Format",
        "x-acs-date, 2026-11-22T10:00:00+00:00, x-acs-security-token, x, 400 InvalidTimeStamp.Format",
        "x-acs-date, 2026-02-30T10:00:00Z, x-acs-security-token, x, 400 InvalidTimeStamp.Format",
        "x-acs-date, 2026-11-22T09:44:59Z, x-acs-security-token, x, 400 InvalidTimeStamp.Expired",
        "x-acs-date, 2026-11-22T10:15:01Z, x-acs-security-token, x, 400 InvalidTimeStamp.Expired",
    })
    void of_two_faults_the_first_is_answered(String one, String value, String two, String other, String expected) {
        Map<String, String> change = new LinkedHashMap<>();
        change.put(one, value);
        change.put(two, other);
        assertThat(stand.outcome(acs3(change, "", "LTAIunknown", "wrong"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Action, Nope, Timestamp, '', 404 InvalidAction.NotFound",
        "Version, 1, AccessKeyId, '', 400 InvalidVersion",
        "Action, '', Version, '', 400 MissingAction",
        "Version, '', AccessKeyId, '', 400 MissingVersion",
        "AccessKeyId, '', Timestamp, '', 400 MissingAccessKeyId",
        "SignatureMethod, '', Timestamp, '', 400 MissingSignatureMethod",
        "SignatureMethod, HMAC-SM3, Timestamp, '', 400 InvalidSignatureMethod",
        "SignatureVersion, '', Timestamp, '', 400 MissingSignatureVersion",
        "SignatureVersion, 2.0, Timestamp, '', 400 InvalidParameter",
        "SignatureNonce, '', Timestamp, '', 400 MissingSignatureNonce",
        "Timestamp, '', Whom, 1, 400 MissingTimestamp",
        "Timestamp, soon, Whom, 1, 400 InvalidTimeStamp.Format",
        "Format, YAML, Timestamp, '', 400 InvalidParameter.Format",
        "SignatureType, BEARERTOKEN, Timestamp, '', 400 InvalidParameter",
        "Timestamp, 2026-11-22T09:44:59Z, Whom, 1, 400 InvalidTimeStamp.Expired",
    })
    void of_two_faults_of_version_1_the_first_is_answered(
            String one, String value, String two, String other, String expected) {
        Map<String, String> change = new LinkedHashMap<>();
        change.put("Accept-JSON", "x");
        change.put(one, value);
        change.put(two, other);
        Request request = rpc(change, "LTAIunknown", "wrong");
        Request json = new Request(
                "GET",
                "/",
                request.query(),
                dev.countersign.gateway.wire.Headers.of("Host", Signer.HOST, "Accept", "application/json"),
                request.body(),
                "",
                false);
        assertThat(stand.outcome(json)).isEqualTo(expected);
    }

    @Test
    void the_window_is_the_one_that_is_configured() {
        Stand wide = new Stand(new AlibabaOptions(
                false, Duration.ofMinutes(31), AlibabaOptions.Answerer.PRODUCT, AlibabaOptions.Answerer.GATEWAY));
        Map<String, String> within = Map.of("Timestamp", "2026-11-22T09:29:00Z");
        assertThat(wide.outcome(rpc(within, "LTAIroot", Stand.SECRET))).isEqualTo("200");
        assertThat(stand.outcome(rpc(within, "LTAIroot", Stand.SECRET))).isEqualTo("400 InvalidTimeStamp.Expired");
        assertThat(wide.outcome(acs3(Map.of("x-acs-date", "2026-11-22T09:28:59Z"), "", "LTAIroot", Stand.SECRET)))
                .isEqualTo("400 InvalidTimeStamp.Expired");
        assertThat(List.of(Duration.ofSeconds(59), Duration.ofMinutes(31).plusSeconds(1)))
                .allSatisfy(outside -> assertThatThrownBy(() -> new AlibabaOptions(
                                false, outside, AlibabaOptions.Answerer.PRODUCT, AlibabaOptions.Answerer.GATEWAY))
                        .isInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void the_key_comes_before_the_token_and_that_before_the_signature() {
        Map<String, String> token = Map.of("x-acs-security-token", "x");
        assertThat(stand.outcome(acs3(token, "", "LTAIunknown", "wrong"))).isEqualTo("404 InvalidAccessKeyId.NotFound");
        assertThat(stand.outcome(acs3(token, "", "LTAIoff", "wrong"))).isEqualTo("400 InvalidAccessKeyId.Inactive");
        assertThat(stand.outcome(rpc(Map.of(), "LTAIoff", Stand.SECRET))).isEqualTo("400 InvalidAccessKeyId.Inactive");
        assertThat(stand.outcome(acs3(token, "", "nobody", "wrong"))).isEqualTo("404 InvalidAccessKeyId.NotFound");
        assertThat(stand.outcome(acs3(token, "", "LTAIroot", "wrong")))
                .isEqualTo("400 InvalidSecurityToken.MismatchWithAccessKey");
        assertThat(stand.outcome(acs3(Map.of(), "", "STS.live", "wrong"))).isEqualTo("400 MissingSecurityToken");
        assertThat(stand.outcome(acs3(token, "", "STS.live", "wrong")))
                .isEqualTo("400 InvalidSecurityToken.MismatchWithAccessKey");
        assertThat(stand.outcome(acs3(Map.of("x-acs-security-token", "x/y"), "", "STS.live", "wrong")))
                .isEqualTo("400 InvalidSecurityToken.Malformed");
        assertThat(stand.outcome(acs3(Map.of("x-acs-security-token", Stand.OLD_TOKEN), "", "STS.ended", "wrong")))
                .isEqualTo("400 InvalidSecurityToken.Expired");
        assertThat(stand.outcome(acs3(Map.of("x-acs-security-token", Stand.TOKEN), "", "STS.live", "wrong")))
                .isEqualTo("400 SignatureDoesNotMatch");
        assertThat(stand.outcome(acs3(Map.of("x-acs-security-token", Stand.TOKEN), "Whom=x", "STS.live", Stand.SECRET)))
                .isEqualTo("200");
    }

    @Test
    void only_a_good_signature_burns_a_nonce_and_whatever_follows_does_not_give_it_back() {
        assertThat(stand.outcome(acs3(Map.of(), "", "LTAIbob", "wrong"))).isEqualTo("400 SignatureDoesNotMatch");
        assertThat(stand.outcome(acs3(Map.of(), "", "LTAIbob", Stand.SECRET))).isEqualTo("400 Ram.PermissionDeny");
        assertThat(stand.outcome(acs3(Map.of(), "", "LTAIbob", Stand.SECRET))).isEqualTo("400 SignatureNonceUsed");
        assertThat(stand.outcome(acs3(Map.of(), "", "LTAIbob", "wrong"))).isEqualTo("400 SignatureDoesNotMatch");
    }

    @Test
    void ten_calls_a_second_are_shared_by_all_keys_of_the_account() {
        for (int i = 0; i < 10; i++) {
            String key = i % 2 == 0 ? "LTAIroot" : "AKIDroot";
            assertThat(stand.outcome(acs3(Map.of("x-acs-signature-nonce", "m" + i), "Whom=x", key, Stand.SECRET)))
                    .isEqualTo("200");
        }
        Response eleventh = stand.answer(acs3(Map.of(), "", "LTAIbob", Stand.SECRET));
        assertThat(Stand.text(eleventh, "Code")).isEqualTo("Throttling.User");
        assertThat(eleventh.status()).isEqualTo(400);
        assertThat(eleventh.headers()).contains(Map.entry("x-acs-retry-after", "1000"));
        assertThat(stand.outcome(acs3(Map.of(), "", "LTAIbob", Stand.SECRET))).isEqualTo("400 SignatureNonceUsed");
    }

    @Test
    void permission_comes_before_parameters_and_says_who_was_denied() {
        Response denied = stand.answer(acs3(Map.of(), "", "LTAIbob", Stand.SECRET));
        Value.Fields detail = (Value.Fields)
                java.util.Objects.requireNonNull(Stand.fields(denied).fields().get("AccessDeniedDetail"));
        assertThat(detail.fields())
                .containsEntry("AuthAction", Value.text("greetings:Greet"))
                .containsEntry("AuthPrincipalType", Value.text("SubUser"))
                .containsEntry("AuthPrincipalOwnerId", Value.text("1000000000000001"))
                .containsEntry("AuthPrincipalDisplayName", Value.text("12"))
                .containsEntry("NoPermissionType", Value.text("ImplicitDeny"))
                .containsEntry("PolicyType", Value.text("AccountLevelIdentityBasedPolicy"));
        assertThat(denied.headers()).noneMatch(header -> header.getKey().equals("x-acs-retry-after"));
        Stand gateway = new Stand(new AlibabaOptions(
                false,
                AlibabaOptions.STANDARD_WINDOW,
                AlibabaOptions.Answerer.GATEWAY,
                AlibabaOptions.Answerer.GATEWAY));
        assertThat(gateway.outcome(acs3(Map.of(), "", "LTAIbob", Stand.SECRET))).isEqualTo("403 NoPermission");
    }

    @ParameterizedTest
    @CsvSource({"'', 400 MissingWhom", "Whom=, 400 MissingWhom", "Whom=1, 400 InvalidParameter", "OwnerId=1&Whom=x, 200"
    })
    void parameters_come_last_and_unknown_ones_are_ignored(String query, String expected) {
        assertThat(stand.outcome(acs3(Map.of(), query, "LTAIroot", Stand.SECRET)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ACS3-HMAC-SM3 Credential=a,SignedHeaders=b,Signature=c",
                "ACS3-RSA-SHA256 Credential=a,SignedHeaders=b,Signature=c",
                "ACS4-HMAC-SHA256 Credential=a/b/c/d/aliyun_v4_request,SignedHeaders=b,Signature=c"
            })
    void schemes_that_are_not_served_are_refused_by_name(String authorization) {
        Map<String, String> headers = Signer.headers("Greet", "n");
        headers.put("Authorization", authorization);
        Response response = stand.answer(Signer.request("POST", "", headers, ""));
        assertThat(Stand.text(response, "Code")).isEqualTo("InvalidSignatureMethod");
        assertThat(Stand.text(response, "Message"))
                .contains(authorization.substring(0, authorization.indexOf(' ')))
                .contains("use ACS3-HMAC-SHA256");
    }
}
