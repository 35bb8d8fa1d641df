package dev.countersign.gateway.dialect.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.dialect.alibaba.AlibabaOptions.Answerer;
import dev.countersign.gateway.wire.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tokens in the place of signatures, where the installation takes them.
final class BearerTest {
    private final Stand stand = new Stand(
            new AlibabaOptions(false, AlibabaOptions.STANDARD_WINDOW, true, Answerer.PRODUCT, Answerer.GATEWAY));
    private final Stand strict = new Stand(AlibabaOptions.vendor());

    private static Request byHeader(String token) {
        return Signer.request(
                "POST",
                "SignatureType=BEARERTOKEN&Whom=x",
                Map.of(
                        "host",
                        Signer.HOST,
                        "x-acs-action",
                        "Greet",
                        "x-acs-version",
                        Stand.VERSION,
                        "x-acs-bearer-token",
                        token),
                "");
    }

    private static Request byParameters(Map<String, String> headers, String token) {
        Map<String, String> parameters = new LinkedHashMap<>(Map.of(
                "Action", "Greet",
                "Version", Stand.VERSION,
                "Format", "JSON",
                "SignatureType", "BEARERTOKEN",
                "Whom", "x"));
        parameters.put("BearerToken", token);
        return Signer.request("GET", Signer.query(parameters), headers, "");
    }

    @Test
    void a_key_of_our_own_api_is_taken_in_each_place_where_clients_put_it() {
        assertThat(stand.outcome(byHeader("csk_all"))).isEqualTo("200");
        assertThat(stand.outcome(byParameters(Map.of("host", Signer.HOST), "csk_all")))
                .isEqualTo("200");
        assertThat(stand.outcome(byParameters(Map.of("host", Signer.HOST, "x-acs-bearer-token", "csk_all"), "csk_all")))
                .isEqualTo("200");
    }

    @ParameterizedTest
    @CsvSource({
        "csk_none, 404 InvalidAccessKeyId.NotFound",
        "csk_old, 404 InvalidAccessKeyId.NotFound",
        "csk_some, 400 Ram.PermissionDeny",
    })
    void another_key_is_not(String token, String outcome) {
        assertThat(stand.outcome(byHeader(token))).isEqualTo(outcome);
        assertThat(stand.outcome(byParameters(Map.of("host", Signer.HOST), token)))
                .isEqualTo(outcome);
    }

    @Test
    void two_tokens_that_differ_and_one_that_is_too_long_are_refused() {
        assertThat(stand.outcome(byParameters(Map.of("x-acs-bearer-token", "csk_none"), "csk_all")))
                .isEqualTo("400 InvalidParameter");
        assertThat(stand.outcome(byHeader("c".repeat(513)))).isEqualTo("400 InvalidParameter");
    }

    @Test
    void a_call_that_says_it_bears_one_and_does_not_is_told_so() {
        Request none = Signer.request(
                "POST",
                "SignatureType=BEARERTOKEN",
                Map.of("host", Signer.HOST, "x-acs-action", "Greet", "x-acs-version", Stand.VERSION),
                "");
        assertThat(stand.outcome(none)).isEqualTo("400 MissingBearerToken");
    }

    @Test
    void without_the_installations_leave_no_token_is_taken() {
        assertThat(strict.outcome(byHeader("csk_all"))).isEqualTo("400 InvalidParameter");
        assertThat(strict.outcome(byParameters(Map.of("host", Signer.HOST), "csk_all")))
                .isEqualTo("400 InvalidParameter");
    }
}
