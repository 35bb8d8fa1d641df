package dev.countersign.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.Letters;
import dev.countersign.delivery.Message;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.dialect.Call;
import dev.countersign.gateway.dialect.Claim;
import dev.countersign.gateway.dialect.alibaba.AlibabaDialect;
import dev.countersign.gateway.dialect.alibaba.AlibabaOptions;
import dev.countersign.gateway.wire.Request;
import dev.countersign.refusal.Refused;
import dev.countersign.testkit.TestClock;
import dev.countersign.value.Secret;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Alibaba's published requests, answers and errors; the signature is verified by our own server's side of
/// it.
final class AlibabaSmsTest {
    private static final Secret SECRET = Secret.of("yourAccessKeySecret");
    private static final PhoneNumber MAINLAND = new PhoneNumber("86", "13800001234");

    private static Dispatch sent(StandIn alibaba, Message message) throws Exception {
        AlibabaSmsSettings settings = new AlibabaSmsSettings(
                new AlibabaSmsSettings.Key("LTAI0123456789", SECRET),
                "阿里云短信测试",
                Registered.all(new AlibabaSmsSettings.Template(
                        "SMS_154950909", Map.of("code", "{code}", "product", "\"{from}\" & Co"))),
                alibaba.address(),
                Line.HERE);
        try (HttpCarrier carrier =
                new HttpCarrier("alibaba", new AlibabaSms(settings, TestClock.atNoon(), new Random(7)), Line.here())) {
            return carrier.dispatch(message);
        }
    }

    private static Dispatch answered(String file) throws Exception {
        try (StandIn alibaba = StandIn.answering(Recorded.file(file))) {
            return sent(alibaba, Letters.login(MAINLAND, "zh_CN"));
        }
    }

    @Test
    void a_call_is_one_that_our_own_server_takes_for_signed() throws Exception {
        try (StandIn alibaba = StandIn.answering(Recorded.file("alibaba/sent.http"))) {
            assertThat(sent(alibaba, Letters.login(MAINLAND, "zh_CN")))
                    .isEqualTo(new Dispatch.Handed("900619746936498440^0"));
            Request request = alibaba.received();
            Call call = new AlibabaDialect(AlibabaOptions.vendor(), other -> false).read(request);
            assertThat(call.target().action()).isEqualTo("SendSms");
            assertThat(call.target().version()).isEqualTo("2017-05-25");
            assertThat(Form.read(request.query()))
                    .containsExactly(
                            new Form.Pair("PhoneNumbers", "13800001234"),
                            new Form.Pair("SignName", "阿里云短信测试"),
                            new Form.Pair("TemplateCode", "SMS_154950909"),
                            new Form.Pair(
                                    "TemplateParam", "{\"code\":\"482913\",\"product\":\"\\\"Example\\\" & Co\"}"),
                            new Form.Pair("OutId", "msg-01hx7"));
            Claim.Signed claim = (Claim.Signed) call.claim();
            assertThat(claim.keyId()).isEqualTo("LTAI0123456789");
            assertThat(claim.nonce()).isPresent();
            assertThatCode(() -> claim.signature().verify(SECRET)).doesNotThrowAnyException();
            assertThatThrownBy(() -> claim.signature().verify(Secret.of("another")))
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void numbers_abroad_have_their_country_code() throws Exception {
        try (StandIn alibaba = StandIn.answering(Recorded.file("alibaba/sent.http"))) {
            sent(alibaba, Letters.login(new PhoneNumber("852", "61234567"), "en"));
            assertThat(alibaba.received().query()).startsWith("PhoneNumbers=85261234567&");
        }
    }

    @Test
    void two_hundred_is_no_success_without_its_code() throws Exception {
        assertThat(answered("alibaba/illegal-number.http"))
                .isEqualTo(new Dispatch.DestinationFault("isv.MOBILE_NUMBER_ILLEGAL"));
        assertThat(answered("alibaba/number-limit.http"))
                .isEqualTo(new Dispatch.DestinationFault("isv.BUSINESS_LIMIT_CONTROL"));
        assertThat(answered("alibaba/balance.http")).isEqualTo(new Dispatch.CarrierFault("isv.AMOUNT_NOT_ENOUGH"));
        assertThat(answered("alibaba/throttled.http")).isEqualTo(new Dispatch.Busy(Duration.ofSeconds(1)));
        assertThat(answered("alibaba/signature.http")).isEqualTo(new Dispatch.CarrierFault("SignatureDoesNotMatch"));
    }

    @Test
    void each_call_has_a_nonce_of_its_own() throws Exception {
        try (StandIn alibaba = StandIn.answering(Recorded.file("alibaba/sent.http"));
                HttpCarrier carrier = new HttpCarrier(
                        "alibaba",
                        new AlibabaSms(
                                new AlibabaSmsSettings(
                                        new AlibabaSmsSettings.Key("LTAI0123456789", SECRET),
                                        "Example",
                                        Registered.all(new AlibabaSmsSettings.Template("SMS_1", Map.of())),
                                        alibaba.address(),
                                        Line.HERE),
                                TestClock.atNoon(),
                                new Random(7)),
                        Line.here())) {
            carrier.dispatch(Letters.login(MAINLAND, "zh_CN"));
            carrier.dispatch(Letters.login(MAINLAND, "zh_CN"));
            assertThat(alibaba.received().headers().first("x-acs-signature-nonce"))
                    .isNotEqualTo(alibaba.received().headers().first("x-acs-signature-nonce"));
        }
    }
}
