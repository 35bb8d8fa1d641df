package dev.countersign.gateway.dialect.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.dialect.ErrorCode;
import dev.countersign.gateway.dialect.alibaba.AlibabaOptions.Answerer;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Malformation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AlibabaErrorsTest {
    private static ErrorCode common(Answerer flowControl, CallRefusal refusal) {
        return new AlibabaErrors(
                        new AlibabaOptions(false, AlibabaOptions.STANDARD_WINDOW, Answerer.PRODUCT, flowControl))
                .common(refusal, Shape.ACS3_JSON);
    }

    private static ErrorCode common(CallRefusal refusal) {
        return common(Answerer.GATEWAY, refusal);
    }

    @Test
    void throttling_has_the_name_that_is_configured_and_a_hint_above_zero() {
        CallRefusal.RateExceeded rate = new CallRefusal.RateExceeded(11, 10, Duration.ofNanos(1));
        assertThat(common(Answerer.PRODUCT, rate).code()).isEqualTo("System.LimitControl");
        assertThat(common(rate).code()).isEqualTo("Throttling.User");
        assertThat(common(rate).headers()).isEqualTo(List.of(Map.entry("x-acs-retry-after", "1")));
    }

    @Test
    void a_full_server_is_unavailable_and_gives_no_hint_that_reads_as_throttling() {
        ErrorCode full = common(new CallRefusal.Overloaded(Duration.ofSeconds(1)));
        assertThat(full.status() + " " + full.code()).isEqualTo("503 ServiceUnavailable");
        assertThat(full.headers()).isEmpty();
    }

    @Test
    void what_other_wires_refuse_has_a_code_here_too() {
        assertThat(common(new CallRefusal.NotSubscribed("cams:X")).code()).isEqualTo("Product.Unsubscript");
        assertThat(common(new CallRefusal.MfaRequired()).code()).isEqualTo("NoPermission");
        assertThat(common(new CallRefusal.TooLarge(2048)).message()).isEqualTo("The request is larger than 2 KB.");
        assertThat(common(new CallRefusal.TooLargeForScheme(2048, "x")).code()).isEqualTo("InvalidParameter");
        assertThat(common(new CallRefusal.IdempotencyKeyReused()).code()).isEqualTo("InvalidParameter");
        assertThat(common(new CallRefusal.ParameterUnknown("A")).message())
                .isEqualTo("The specified parameter A is not valid.");
    }

    @ParameterizedTest
    @EnumSource(Malformation.class)
    void whatever_is_malformed_is_an_invalid_parameter(Malformation kind) {
        ErrorCode code = common(new CallRefusal.Malformed(kind, "x".repeat(1_000)));
        assertThat(code.status()).isEqualTo(400);
        assertThat(code.code()).startsWith("InvalidParameter");
        assertThat(code.message().length()).isLessThan(300);
    }
}
