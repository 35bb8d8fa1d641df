package dev.countersign.gateway.dialect.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever arrives is answered with a code of this wire, and never with a fault.
final class FuzzProperties {
    private static final long SEED = 20_261_125;
    private static final int CASES = 5_000;
    private static final List<String> PIECES = List.of(
            "",
            "&",
            "=",
            "%",
            "%ZZ",
            "+",
            "A=1",
            "A.1=x",
            "A.3=x",
            ".=",
            "Action=Greet",
            "Version=2020-06-06",
            "AccessKeyId=x",
            "SignatureVersion=1.0",
            "SignatureMethod=HMAC-SHA1",
            "SignatureNonce=n",
            "Format=JSON",
            "Timestamp=2026-11-22T10:00:00Z",
            "Signature=x",
            "SecurityToken=",
            "BearerToken=x",
            "\u0000",
            "<!DOCTYPE x>",
            "ACS3-HMAC-SHA256 ",
            "Credential=",
            "Credential=a,SignedHeaders=b,Signature=c",
            "SignedHeaders=;;;",
            ",,,",
            "\uD83D\uDE00");
    private static final List<String> NAMES = List.of(
            "Authorization",
            "x-acs-action",
            "x-acs-version",
            "x-acs-date",
            "x-acs-signature-nonce",
            "x-acs-content-sha256",
            "x-acs-security-token",
            "x-acs-signature-type",
            "Accept",
            "Content-Type",
            "Host");

    @Test
    void every_request_is_answered_in_this_wire() {
        Random random = new Random(SEED);
        Stand stand = new Stand(AlibabaOptions.development());
        for (int i = 0; i < CASES; i++) {
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("x-acs-any", "");
            for (int j = random.nextInt(8); j > 0; j--) {
                headers.put(NAMES.get(random.nextInt(NAMES.size())), text(random));
            }
            if (random.nextBoolean()) {
                headers.put("Content-Type", Recognition.FORM);
            }
            Request request =
                    Signer.request(random.nextBoolean() ? "POST" : "GET", text(random), headers, text(random));
            Response response = stand.answer(request);
            assertThat(response.status()).as("seed %d, case %d", SEED, i).isBetween(400, 499);
            assertThat(response.body().toUtf8()).as("seed %d, case %d", SEED, i).contains("Code");
        }
        assertThat(stand.faults).isEmpty();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(7); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextInt(3) == 0 ? "" : "&");
        }
        return text.toString();
    }
}
