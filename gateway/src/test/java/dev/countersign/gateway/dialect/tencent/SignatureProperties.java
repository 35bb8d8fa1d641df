package dev.countersign.gateway.dialect.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.dialect.Claim;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.refusal.Refused;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A signature fits if and only if nothing that it covers was changed: every bit is flipped once.
final class SignatureProperties {
    private static final Secret SECRET = Secret.of(Calls.SECRET);
    private static final String BODY = "{\"CountryCode\":\"852\",\"PhoneNum\":\"18888888888\"}";

    private final TencentDialect dialect = new TencentDialect(TencentOptions.vendor());

    @Test
    void a_flipped_bit_of_a_json_body_is_noticed() {
        Map<String, String> headers = Calls.signedHeaders("SendVerifyCode", "2022-09-28", BODY);
        assertThat(accepted(Calls.request("POST", "", Calls.headers(headers), BODY)))
                .isTrue();
        byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
        for (int bit = 0; bit < body.length * 8; bit++) {
            Request changed = new Request(
                    "POST", "/", "", Calls.headers(headers), Bytes.of(flipped(body, bit)), "127.0.0.1", false);
            assertThat(accepted(changed)).as("bit %d", bit).isFalse();
        }
    }

    @Test
    void a_flipped_bit_of_a_query_is_noticed() {
        String query = "LoginFlag.Wechat=1&OpUin=123&X=a+b%2Bc'(x)*";
        Request sent = Calls.get("SetMfaFlag", "2019-01-16", query);
        assertThat(accepted(sent)).isTrue();
        for (int bit = 0; bit < query.length() * 8; bit++) {
            Request changed = Calls.request("GET", flipped(query, bit), sent.headers(), "");
            assertThat(accepted(changed)).as("bit %d", bit).isFalse();
        }
    }

    @Test
    void a_flipped_bit_of_what_the_headers_sign_is_noticed() {
        Map<String, String> sent = Calls.signedHeaders("SendVerifyCode", "2022-09-28", BODY);
        for (String name : new String[] {"Host", "Content-Type", "X-TC-Timestamp", "Authorization"}) {
            String value = String.valueOf(sent.get(name));
            for (int bit = 0; bit < value.length() * 8; bit++) {
                String changed = flipped(value, bit);
                if (!isCoveredBySignature(name, value, changed)) {
                    continue;
                }
                Map<String, String> headers = new HashMap<>(sent);
                headers.put(name, changed);
                assertThat(accepted(Calls.request("POST", "", Calls.headers(headers), BODY)))
                        .as("%s: %s", name, changed)
                        .isFalse();
            }
        }
    }

    /// The wire lower-cases signed values, and signs no key id.
    private static boolean isCoveredBySignature(String name, String value, String changed) {
        if (name.equals("Authorization")) {
            int idEnd = value.indexOf(Calls.KEY) + Calls.KEY.length();
            boolean before = !changed.startsWith(value.substring(0, value.indexOf(Calls.KEY)));
            return before || !changed.endsWith(value.substring(idEnd));
        }
        return !changed.toLowerCase(Locale.ROOT).equals(value.toLowerCase(Locale.ROOT));
    }

    @Test
    void a_flipped_bit_of_a_version_1_call_is_noticed() {
        Map<String, String> parameters = Calls.legacyParameters("SendVerifyCode", "2022-09-28");
        parameters.put("Text", "a b+c&d=é");
        String body = Calls.legacyPost(parameters).body().toUtf8();
        assertThat(accepted(Calls.legacyForm(body))).isTrue();
        for (int bit = 0; bit < body.length() * 8; bit++) {
            String changed = flipped(body, bit);
            if (!saysTheSame(body, changed)) {
                assertThat(accepted(Calls.legacyForm(changed))).as(changed).isFalse();
            }
        }
    }

    /// `%2B` and `%2b` are one value.
    private static boolean saysTheSame(String body, String changed) {
        try {
            return Form.read(changed).equals(Form.read(body));
        } catch (Refused refused) {
            return false;
        }
    }

    @Test
    void any_secret_signs_what_only_it_verifies() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            String secret = Long.toHexString(random.nextLong()) + "é";
            String body = "{\"a\":\"" + Long.toHexString(random.nextLong()) + "\"}";
            Map<String, String> headers =
                    Calls.signedHeaders("POST", "", "A", "V", body, random.nextInt(), Calls.KEY, secret);
            Request request = Calls.request("POST", "", Calls.headers(headers), body);
            assertThat(accepted(request, Secret.of(secret))).as("seed %d", seed).isTrue();
            assertThat(accepted(request, SECRET)).as("seed %d", seed).isFalse();
        }
    }

    @Test
    void extra_signed_headers_are_covered_whatever_their_case() {
        for (String signedAction : new String[] {"greet", "Greet"}) {
            Map<String, String> headers = new HashMap<>();
            headers.put("Host", "LocalHost:7300");
            headers.put("Content-Type", "application/json; charset=UTF-8");
            headers.put("X-TC-Action", "Greet");
            headers.put("X-TC-Version", "V");
            headers.put("X-TC-Timestamp", "1551113065");
            String names = "content-type;host;x-tc-action";
            String canonical = "POST\n/\n\ncontent-type:application/json; charset=UTF-8\nhost:"
                    + (signedAction.equals("greet") ? "localhost:7300" : "LocalHost:7300") + "\nx-tc-action:"
                    + signedAction + "\n\n" + names + "\n" + Calls.sha256("{}");
            String scope = "2019-02-25/svc/tc3_request";
            byte[] signing =
                    Calls.hmac("HmacSHA256", Bytes.utf8("TC3sk-test").toArray(), "2019-02-25", "svc", "tc3_request");
            String signature = Bytes.of(Calls.hmac(
                            "HmacSHA256",
                            signing,
                            "TC3-HMAC-SHA256\n1551113065\n" + scope + "\n" + Calls.sha256(canonical)))
                    .toHex();
            headers.put(
                    "Authorization",
                    "TC3-HMAC-SHA256 Credential=AKIDtest/" + scope + ", SignedHeaders=" + names + ", Signature="
                            + signature);
            assertThat(accepted(Calls.request("POST", "", Calls.headers(headers), "{}")))
                    .as(signedAction)
                    .isTrue();
            headers.put("X-TC-Action", "Greed");
            assertThat(accepted(Calls.request("POST", "", Calls.headers(headers), "{}")))
                    .as(signedAction)
                    .isFalse();
        }
    }

    @Test
    void a_get_signature_does_not_serve_for_a_post() {
        Headers headers = Calls.get("A", "V", "").headers();
        assertThat(accepted(Calls.request("GET", "", headers, ""))).isTrue();
        assertThat(accepted(Calls.request("POST", "", headers, ""))).isFalse();
    }

    private boolean accepted(Request request) {
        return accepted(request, SECRET);
    }

    private boolean accepted(Request request, Secret secret) {
        try {
            ((Claim.Signed) dialect.read(request).claim()).signature().verify(secret);
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] changed = bytes.clone();
        changed[bit / 8] ^= (byte) (1 << (bit % 8));
        return changed;
    }

    private static String flipped(String text, int bit) {
        char[] changed = text.toCharArray();
        changed[bit / 8] ^= (char) (1 << (bit % 8));
        return new String(changed);
    }
}
