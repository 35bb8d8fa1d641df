package dev.countersign.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.Letters;
import dev.countersign.delivery.Message;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.gateway.dialect.Call;
import dev.countersign.gateway.dialect.Claim;
import dev.countersign.gateway.dialect.tencent.TencentDialect;
import dev.countersign.gateway.dialect.tencent.TencentOptions;
import dev.countersign.gateway.wire.Request;
import dev.countersign.refusal.Refused;
import dev.countersign.testkit.TestClock;
import dev.countersign.value.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Tencent's published requests, answers and errors; the signature is verified by our own server's side of
/// it.
final class TencentSmsTest {
    private static final Secret SECRET = Secret.of("Gu5t9xGARNpq86cd98joQYCN3EXAMPLE");
    private static final PhoneNumber HONG_KONG = new PhoneNumber("852", "61234567");

    private static TencentSmsSettings settings(String address, Map<String, TencentSmsSettings.Template> templates) {
        return new TencentSmsSettings(
                new TencentSmsSettings.Key("AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", SECRET),
                new TencentSmsSettings.Application("1400006666", "Example", "", "ap-guangzhou"),
                new Registered<>(templates),
                address,
                Line.HERE);
    }

    private static Dispatch sent(StandIn tencent, Message message) throws Exception {
        TencentSmsSettings settings = settings(
                tencent.address(),
                Map.of(
                        "login/zh_CN", new TencentSmsSettings.Template("449739", List.of("{code}")),
                        "login", new TencentSmsSettings.Template("1110", List.of("{code}", "{minutes}"))));
        try (HttpCarrier carrier =
                new HttpCarrier("tencent", new TencentSms(settings, TestClock.atNoon()), Line.here())) {
            return carrier.dispatch(message);
        }
    }

    private static Dispatch answered(String file) throws Exception {
        try (StandIn tencent = StandIn.answering(Recorded.file(file))) {
            return sent(tencent, Letters.login(HONG_KONG, "en"));
        }
    }

    @Test
    void a_call_is_one_that_our_own_server_takes_for_signed() throws Exception {
        try (StandIn tencent = StandIn.answering(Recorded.file("tencent/sent.http"))) {
            assertThat(sent(tencent, Letters.login(HONG_KONG, "en")))
                    .isEqualTo(new Dispatch.Handed("5000:1045710669157053657849499619"));
            Request request = tencent.received();
            assertThat(request.body().toUtf8())
                    .isEqualTo(Recorded.text("tencent/request.json").strip());
            Call call = new TencentDialect(TencentOptions.vendor()).read(request);
            assertThat(call.target().action()).isEqualTo("SendSms");
            assertThat(call.target().version()).isEqualTo("2021-01-11");
            assertThat(call.target().service()).isEqualTo("sms");
            assertThat(request.headers().first("X-TC-Region")).contains("ap-guangzhou");
            Claim.Signed claim = (Claim.Signed) call.claim();
            assertThat(claim.signedAt()).isEqualTo(TestClock.atNoon().instant());
            assertThatCode(() -> claim.signature().verify(SECRET)).doesNotThrowAnyException();
            assertThatThrownBy(() -> claim.signature().verify(Secret.of("another")))
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void the_template_is_that_of_purpose_and_locale() throws Exception {
        try (StandIn tencent = StandIn.answering(Recorded.file("tencent/sent.http"))) {
            sent(tencent, Letters.login(new PhoneNumber("86", "13800001234"), "zh-CN"));
            assertThat(tencent.received().body().toUtf8())
                    .contains("\"TemplateId\":\"449739\"", "\"TemplateParamSet\":[\"482913\"]", "+8613800001234");
        }
    }

    @Test
    void what_no_template_is_registered_for_is_not_sent() throws Exception {
        try (StandIn tencent = StandIn.answering(Recorded.file("tencent/sent.http"));
                HttpCarrier carrier = new HttpCarrier(
                        "tencent",
                        new TencentSms(
                                settings(
                                        tencent.address(),
                                        Map.of("enrolment", new TencentSmsSettings.Template("1", List.of()))),
                                TestClock.atNoon()),
                        Line.here())) {
            assertThat(carrier.dispatch(Letters.login(HONG_KONG, "en")))
                    .isEqualTo(new Dispatch.CarrierFault("no template is registered for it"));
            assertThat(tencent.receivedAlready()).isNull();
        }
    }

    @Test
    void errors_are_the_numbers_the_hours_or_the_carriers() throws Exception {
        assertThat(answered("tencent/wrong-number.http"))
                .isEqualTo(new Dispatch.DestinationFault("InvalidParameterValue.IncorrectPhoneNumber"));
        assertThat(answered("tencent/daily-limit.http"))
                .isEqualTo(new Dispatch.DestinationFault("LimitExceeded.PhoneNumberDailyLimit"));
        assertThat(answered("tencent/insufficient.http"))
                .isEqualTo(new Dispatch.CarrierFault("FailedOperation.InsufficientBalanceInSmsPackage"));
        assertThat(answered("tencent/signature.http"))
                .isEqualTo(new Dispatch.CarrierFault("AuthFailure.SignatureFailure"));
        assertThat(answered("tencent/too-many.http")).isEqualTo(new Dispatch.Busy(Duration.ofSeconds(1)));
    }

    @Test
    void a_broken_parameter_is_refused_with_the_settings() {
        assertThatThrownBy(() -> new TencentSmsSettings.Template("1", List.of("{kode}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{kode}");
    }
}
