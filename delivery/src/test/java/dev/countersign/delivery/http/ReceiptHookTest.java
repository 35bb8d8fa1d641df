package dev.countersign.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.delivery.Receipt;
import dev.countersign.delivery.http.ReceiptHook.Heard;
import dev.countersign.gateway.codec.Hashes;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.testkit.TestClock;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Receipts as the vendors post them, and as forgers do.
final class ReceiptHookTest {
    private static final TestClock CLOCK = TestClock.atNoon();
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Secret SECRET = Secret.of("0123456789abcdef0123456789abcdef");
    private static final String ADDRESS = "https://id.example.com/receipts/twilio";
    private static final String SID = "SM00112233445566778899aabbccddeeff";

    private static Request posted(String query, String body, String... headers) {
        return new Request("POST", "/receipts/c", query, Headers.of(headers), Bytes.utf8(body), "203.0.113.5", false);
    }

    private static List<Receipt> receipts(Heard heard) {
        assertThat(heard).isInstanceOf(Heard.Receipts.class);
        return ((Heard.Receipts) heard).receipts();
    }

    private static String hmac(String text) {
        return Hashes.hmac("HmacSHA256", Bytes.utf8(SECRET.reveal()), text).toHex();
    }

    private static final class Twilios {
        private static final TwilioHook HOOK = new TwilioHook("twilio", SECRET, ADDRESS, CLOCK);

        /// The form sorted and decoded by hand, so that hook and test don't share a mistake.
        private static final String DELIVERED = ADDRESS + "AccountSidAC00112233445566778899aabbccddeeff"
                + "ApiVersion2010-04-01From+15017122661MessageSid" + SID
                + "MessageStatusdeliveredSmsSid" + SID + "SmsStatusdeliveredTo+85261234567";

        static String signature(String text) {
            return Hashes.hmac("HmacSHA1", Bytes.utf8(SECRET.reveal()), text).toBase64();
        }
    }

    @Test
    void twilios_signature_is_over_its_address_and_what_it_posts() throws IOException {
        String form = Recorded.text("twilio/delivered.form").strip();
        Heard heard = Twilios.HOOK.hear(posted("", form, "X-Twilio-Signature", Twilios.signature(Twilios.DELIVERED)));
        assertThat(receipts(heard)).containsExactly(new Receipt("twilio", SID, Receipt.State.DELIVERED, "", NOON));
    }

    /// The worked example of Twilio's own page.
    @Test
    void twilios_published_example_is_believed() {
        TwilioHook hook =
                new TwilioHook("twilio", Secret.of("12345"), "https://mycompany.com/myapp.php?foo=1&bar=2", CLOCK);
        String form =
                "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212";
        assertThat(hook.hear(posted("foo=1&bar=2", form, "X-Twilio-Signature", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")))
                .as("believed, though it tells no status")
                .isEqualTo(new Heard.Unreadable("form"));
        assertThat(hook.hear(posted("foo=1&bar=2", form, "X-Twilio-Signature", "RSOYDt4T1cUTdK1PDd93/VVr8B9=")))
                .isEqualTo(new Heard.Forged("signature"));
    }

    @Test
    void a_forged_twilio_receipt_is_told_apart() throws IOException {
        String form = Recorded.text("twilio/delivered.form").strip();
        String right = Twilios.signature(Twilios.DELIVERED);
        assertThat(Twilios.HOOK.hear(posted("", form))).isEqualTo(new Heard.Forged("signature"));
        assertThat(Twilios.HOOK.hear(posted("", form.replace("61234567", "61234568"), "X-Twilio-Signature", right)))
                .isEqualTo(new Heard.Forged("signature"));
        assertThat(Twilios.HOOK.hear(posted("a=b", form, "X-Twilio-Signature", right)))
                .isEqualTo(new Heard.Forged("signature"));
        assertThat(Twilios.HOOK.hear(posted("", form + "&To=x", "X-Twilio-Signature", right)))
                .isEqualTo(new Heard.Forged("signature"));
    }

    @Test
    void twilios_failures_have_their_code_and_calls_their_states() throws IOException {
        String form = Recorded.text("twilio/undelivered.form").strip();
        String signed = Twilios.DELIVERED
                .replace("delivered", "undelivered")
                .replace("ApiVersion2010-04-01", "ApiVersion2010-04-01ErrorCode30003");
        assertThat(receipts(Twilios.HOOK.hear(posted("", form, "X-Twilio-Signature", Twilios.signature(signed)))))
                .containsExactly(new Receipt("twilio", SID, Receipt.State.UNDELIVERED, "30003", NOON));
        assertThat(receipts(Twilios.HOOK.hear(posted(
                        "",
                        "CallSid=CA1&CallStatus=no-answer",
                        "X-Twilio-Signature",
                        Twilios.signature(ADDRESS + "CallSidCA1CallStatusno-answer")))))
                .containsExactly(new Receipt("twilio", "CA1", Receipt.State.UNDELIVERED, "no-answer", NOON));
        assertThat(receipts(Twilios.HOOK.hear(posted(
                        "",
                        "MessageSid=SM1&MessageStatus=sent",
                        "X-Twilio-Signature",
                        Twilios.signature(ADDRESS + "MessageSidSM1MessageStatussent")))))
                .containsExactly(new Receipt("twilio", "SM1", Receipt.State.UNDERWAY, "", NOON));
    }

    @Test
    void tencents_reports_are_read_in_chinese_time_and_thanked_for() throws IOException {
        ReportHook hook = new ReportHook(
                "tencent",
                ReportHook.Form.TENCENT,
                new Proof.Query("token", Secret.of("a-token-of-some-length")),
                CLOCK);
        String body = Recorded.text("tencent/receipts.json");
        Heard heard = hook.hear(posted("token=a-token-of-some-length", body));
        assertThat(receipts(heard))
                .containsExactly(
                        new Receipt(
                                "tencent",
                                "5000:1045710669157053657849499619",
                                Receipt.State.DELIVERED,
                                "",
                                NOON.plusSeconds(4)),
                        new Receipt(
                                "tencent",
                                "5000:1045710669157053657849499718",
                                Receipt.State.UNDELIVERED,
                                "MK:0001",
                                NOON.plusSeconds(5)));
        assertThat(((Heard.Receipts) heard).thanks().body().toUtf8()).isEqualTo("{\"result\":0,\"errmsg\":\"OK\"}");
        assertThat(hook.hear(posted("token=a-token-of-some-lengtH", body))).isEqualTo(new Heard.Forged("credentials"));
        assertThat(hook.hear(posted("", body))).isEqualTo(new Heard.Forged("credentials"));
    }

    @Test
    void alibabas_reports_are_read_and_thanked_for() throws IOException {
        ReportHook hook = new ReportHook(
                "alibaba", ReportHook.Form.ALIBABA, new Proof.Basic("alibaba", Secret.of("s3cret")), CLOCK);
        String basic = "Basic " + Bytes.utf8("alibaba:s3cret").toBase64();
        Heard heard = hook.hear(posted("", Recorded.text("alibaba/receipts.json"), "Authorization", basic));
        assertThat(receipts(heard))
                .extracting(Receipt::reference, Receipt::state, Receipt::error)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("900619746936498440^0", Receipt.State.DELIVERED, ""),
                        org.assertj.core.groups.Tuple.tuple(
                                "900619746936498441^0", Receipt.State.UNDELIVERED, "MOBILE_NOT_ON_SERVICE"));
        assertThat(((Heard.Receipts) heard).thanks().body().toUtf8()).isEqualTo("{\"code\":0,\"msg\":\"OK\"}");
        assertThat(hook.hear(posted(
                        "",
                        "[]",
                        "Authorization",
                        "Basic " + Bytes.utf8("alibaba:").toBase64())))
                .isEqualTo(new Heard.Forged("credentials"));
        assertThat(hook.hear(posted("", "{}", "Authorization", basic))).isEqualTo(new Heard.Unreadable("form"));
        assertThat(hook.hear(posted("", "[{\"biz_id\":\"1\"}]", "Authorization", basic)))
                .isEqualTo(new Heard.Unreadable("form"));
    }

    private static DescribedHook described(Proof proof) {
        return new DescribedHook(
                "partner",
                new HookSettings(
                        proof,
                        Optional.of(JsonPointer.of("/results")),
                        JsonPointer.of("/id"),
                        Optional.of(JsonPointer.of("/err/code")),
                        new HookSettings.States(
                                JsonPointer.of("/status"),
                                Map.of("DELIVERED", Receipt.State.DELIVERED, "FAILED", Receipt.State.UNDELIVERED))),
                CLOCK);
    }

    private static final Proof SIGNED =
            new Proof.Signed("X-Signature", SECRET, Optional.of(new Proof.Timestamp("X-Time", Duration.ofMinutes(5))));

    @Test
    void a_described_receipt_is_signed_with_its_time() {
        DescribedHook hook = described(SIGNED);
        String body = "{\"results\":[{\"id\":\"m-1\",\"status\":\"DELIVERED\"},"
                + "{\"id\":\"m-2\",\"status\":\"FAILED\",\"err\":{\"code\":\"UNREACHABLE\"}},"
                + "{\"id\":\"m-3\",\"status\":\"ON_ITS_WAY\"}]}";
        String time = Long.toString(NOON.getEpochSecond() - 299);
        String signature = hmac(time + "." + body);
        List<Receipt> expected = List.of(
                new Receipt("partner", "m-1", Receipt.State.DELIVERED, "", NOON),
                new Receipt("partner", "m-2", Receipt.State.UNDELIVERED, "UNREACHABLE", NOON),
                new Receipt("partner", "m-3", Receipt.State.UNDERWAY, "", NOON));
        for (String form : List.of(
                signature,
                "sha256=" + signature,
                signature.toUpperCase(java.util.Locale.ROOT),
                Bytes.hex(signature).toBase64())) {
            Heard heard = hook.hear(posted("", body, "X-Signature", form, "X-Time", time));
            assertThat(receipts(heard)).as(form).isEqualTo(expected);
            assertThat(receipts(hook.hear(posted("", body, "X-Signature", form, "X-Time", time))))
                    .as("a duplicate is as good")
                    .isEqualTo(expected);
        }
    }

    @Test
    void a_signature_is_good_for_its_body_and_its_time_alone() {
        DescribedHook hook = described(SIGNED);
        String body = "{\"results\":[]}";
        String now = Long.toString(NOON.getEpochSecond());
        String old = Long.toString(NOON.getEpochSecond() - 301);
        String early = Long.toString(NOON.getEpochSecond() + 301);
        assertThat(hook.hear(posted("", body, "X-Signature", hmac(old + "." + body), "X-Time", old)))
                .isEqualTo(new Heard.Forged("timestamp"));
        assertThat(hook.hear(posted("", body, "X-Signature", hmac(early + "." + body), "X-Time", early)))
                .isEqualTo(new Heard.Forged("timestamp"));
        assertThat(hook.hear(posted("", body, "X-Signature", hmac(old + "." + body), "X-Time", now)))
                .isEqualTo(new Heard.Forged("signature"));
        assertThat(hook.hear(posted("", body + " ", "X-Signature", hmac(now + "." + body), "X-Time", now)))
                .isEqualTo(new Heard.Forged("signature"));
        assertThat(hook.hear(posted("", body, "X-Signature", hmac(body)))).isEqualTo(new Heard.Forged("timestamp"));
        assertThat(hook.hear(posted("", body, "X-Signature", "", "X-Time", now)))
                .isEqualTo(new Heard.Forged("signature"));
        assertThat(hook.hear(posted("", body, "X-Time", now))).isEqualTo(new Heard.Forged("signature"));
    }

    @Test
    void a_get_is_believed_by_a_word_that_both_know_and_never_by_a_signature() {
        Request get = new Request(
                "GET",
                "/receipts/c",
                "id=m-1&status=DELIVERED&token=a-token-of-some-length",
                Headers.of("X-Signature", hmac("")),
                Bytes.none(),
                "203.0.113.5",
                false);
        DescribedHook hook = new DescribedHook(
                "partner",
                new HookSettings(
                        new Proof.Query("token", Secret.of("a-token-of-some-length")),
                        Optional.empty(),
                        JsonPointer.of("/id"),
                        Optional.empty(),
                        new HookSettings.States(
                                JsonPointer.of("/status"), Map.of("DELIVERED", Receipt.State.DELIVERED))),
                CLOCK);
        assertThat(receipts(hook.hear(get)))
                .containsExactly(new Receipt("partner", "m-1", Receipt.State.DELIVERED, "", NOON));
        assertThat(described(new Proof.Signed("X-Signature", SECRET, Optional.empty()))
                        .hear(get))
                .isEqualTo(new Heard.Unreadable("method"));
    }

    @Test
    void what_is_too_long_or_no_receipt_is_not_read() {
        DescribedHook hook = described(new Proof.Header("X-Token", Secret.of("t")));
        String longer = "x".repeat(ReceiptHook.MOST_BODY_BYTES + 1);
        assertThat(hook.hear(posted("", longer, "X-Token", "t"))).isEqualTo(new Heard.Unreadable("size"));
        assertThat(hook.hear(posted("", "nonsense", "X-Token", "t"))).isEqualTo(new Heard.Unreadable("form"));
        assertThat(hook.hear(posted("", "{\"results\":[{\"id\":\"1\"}]}", "X-Token", "t")))
                .isEqualTo(new Heard.Unreadable("form"));
        assertThat(hook.hear(posted("", "{\"results\":[]}", "X-Token", "u")))
                .isEqualTo(new Heard.Forged("credentials"));
        assertThatThrownBy(() -> new Proof.Query("token", Secret.of("short")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
