package dev.countersign.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.Letters;
import dev.countersign.delivery.Message;
import dev.countersign.gateway.wire.Request;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Twilio's published requests, answers and errors.
final class TwilioTest {
    private static final String SID = "AC00112233445566778899aabbccddeeff";
    private static final Secret TOKEN = Secret.of("0123456789abcdef0123456789abcdef");

    private static TwilioSettings settings(String from, String address) {
        return new TwilioSettings(
                new TwilioSettings.Account(SID, SID, TOKEN),
                from,
                Optional.of("https://id.example.com/receipts/twilio"),
                address,
                Line.HERE);
    }

    private static Dispatch sent(StandIn twilio, Message message) throws Exception {
        try (HttpCarrier carrier =
                new HttpCarrier("twilio", new Twilio(settings("+15017122661", twilio.address())), Line.here())) {
            return carrier.dispatch(message);
        }
    }

    private static Dispatch answered(String file) throws Exception {
        try (StandIn twilio = StandIn.answering(Recorded.file(file))) {
            return sent(twilio, Letters.text("482913"));
        }
    }

    @Test
    void a_text_is_a_form_under_basic_authentication() throws Exception {
        try (StandIn twilio = StandIn.answering(Recorded.file("twilio/created.http"))) {
            Dispatch result = sent(twilio, Letters.text("482913 is your code & <only> yours"));
            assertThat(result).isEqualTo(new Dispatch.Handed("SM00112233445566778899aabbccddeeff"));
            Request request = twilio.received();
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo("/2010-04-01/Accounts/" + SID + "/Messages.json");
            assertThat(request.headers().first("Authorization"))
                    .contains("Basic " + Bytes.utf8(SID + ":" + TOKEN.reveal()).toBase64());
            assertThat(request.headers().first("Content-Type"))
                    .contains("application/x-www-form-urlencoded; charset=utf-8");
            assertThat(request.headers().all("Host")).containsExactly("carrier.test:" + twilio.port());
            assertThat(request.body().toUtf8())
                    .isEqualTo(Recorded.text("twilio/message.form").strip());
        }
    }

    @Test
    void a_call_says_the_text_and_no_text_gets_out_of_what_is_said() throws Exception {
        try (StandIn twilio = StandIn.answering(Recorded.file("twilio/created.http"))) {
            sent(twilio, Letters.call("4 8 2 </Say>&"));
            Request request = twilio.received();
            assertThat(request.path()).isEqualTo("/2010-04-01/Accounts/" + SID + "/Calls.json");
            assertThat(request.body().toUtf8())
                    .isEqualTo(Recorded.text("twilio/call.form").strip());
        }
    }

    @Test
    void a_messaging_service_sends_under_its_own_name() throws Exception {
        try (StandIn twilio = StandIn.answering(Recorded.file("twilio/created.http"));
                HttpCarrier carrier = new HttpCarrier(
                        "twilio",
                        new Twilio(settings("MG00112233445566778899aabbccddeeff", twilio.address())),
                        Line.here())) {
            carrier.dispatch(Letters.text("482913"));
            assertThat(twilio.received().body().toUtf8())
                    .contains("&MessagingServiceSid=MG00112233445566778899aabbccddeeff&")
                    .doesNotContain("From=");
        }
    }

    @Test
    void errors_are_the_numbers_the_hours_or_the_carriers() throws Exception {
        assertThat(answered("twilio/invalid-to.http")).isEqualTo(new Dispatch.DestinationFault("21211"));
        assertThat(answered("twilio/too-many.http")).isEqualTo(new Dispatch.Busy(Duration.ofSeconds(7)));
        assertThat(answered("twilio/unauthorized.http")).isEqualTo(new Dispatch.CarrierFault("20003"));
    }

    @Test
    void settings_that_twilio_would_refuse_are_refused_first() {
        assertThatThrownBy(() -> settings("Example & Sons Ltd", "https://api.twilio.com"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings("+15017122661", "ftp://api.twilio.com"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TwilioSettings.Account("AC1/../AC2", "AC1", TOKEN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
