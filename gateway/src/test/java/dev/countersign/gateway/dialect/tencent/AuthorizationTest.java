package dev.countersign.gateway.dialect.tencent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AuthorizationTest {
    private static final String USUAL =
            "TC3-HMAC-SHA256 Credential=AKIDx/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host, Signature=ab";

    @ParameterizedTest
    @ValueSource(
            strings = {
                USUAL,
                "TC3-HMAC-SHA256  Credential=AKIDx/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host, "
                        + "Signature=ab",
                "TC3-HMAC-SHA256\tCredential=AKIDx/2019-02-25/cvm/tc3_request,SignedHeaders=content-type;host,"
                        + "Signature=ab ",
                " TC3-HMAC-SHA256 Signature = ab , Credential = AKIDx/2019-02-25/cvm/tc3_request ,  "
                        + "SignedHeaders= content-type;host"
            })
    void white_space_and_order_are_free(String header) {
        assertThat(Authorization.parse(header))
                .isEqualTo(new Authorization("AKIDx", "2019-02-25", "cvm", List.of("content-type", "host"), "ab"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127", "localhost:8080", "localhost:8080/prefix", "[::1]:7300"})
    void the_service_is_whatever_the_sdk_put_there(String service) {
        assertThat(Authorization.parse(USUAL.replace("cvm", service)).service()).isEqualTo(service);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "TC3-HMAC-SHA256",
                "TC3-HMAC-SHA256 ",
                "TC3-HMAC-SHA256X Credential=a/b/c/tc3_request, SignedHeaders=content-type;host, Signature=ab",
                "TC3-HMAC-SM3 Credential=a/b/c/tc3_request, SignedHeaders=content-type;host, Signature=ab",
                "Bearer x",
                "TC3-HMAC-SHA256 Credential=a/b/c/tc3_request, SignedHeaders=content-type;host",
                "TC3-HMAC-SHA256 Credential=a/b/c/tc3_request, SignedHeaders=content-type;host, Signature=",
                "TC3-HMAC-SHA256 Credential=a/b/c/tc3_request, Signature=ab, Signature=ab",
                "TC3-HMAC-SHA256 Credential=a/b/c/tc3_request, SignedHeaders=content-type;host, Signature=ab, X=1",
                "TC3-HMAC-SHA256 Credential=a/b/c/other, SignedHeaders=content-type;host, Signature=ab",
                "TC3-HMAC-SHA256 Credential=a/b/tc3_request, SignedHeaders=content-type;host, Signature=ab",
                "TC3-HMAC-SHA256 Credential=/b/c/tc3_request, SignedHeaders=content-type;host, Signature=ab",
                "TC3-HMAC-SHA256 Credential=a//c/tc3_request, SignedHeaders=content-type;host, Signature=ab",
                "TC3-HMAC-SHA256 Credential=a/b//tc3_request, SignedHeaders=content-type;host, Signature=ab",
                "TC3-HMAC-SHA256 Credential=a/b/c/tc3_request, SignedHeaders=host, Signature=ab",
                "TC3-HMAC-SHA256 Credential=a/b/c/tc3_request, SignedHeaders=content-type, Signature=ab"
            })
    void anything_else_is_malformed(String header) {
        assertMalformed(header);
    }

    @Test
    void a_flood_of_signed_headers_is_malformed() {
        String names = "content-type;host;" + String.join(";", Collections.nCopies(1_000, "x"));
        assertMalformed(USUAL.replace("content-type;host", names));
    }

    @Test
    void a_mutated_header_is_parsed_or_malformed_and_nothing_else() {
        Random random = new Random(20261122);
        String letters = "TC3-,=;/ \t\u0000é😀abSignatureCredential";
        int parsed = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder header = new StringBuilder(USUAL);
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                int at = random.nextInt(header.length());
                switch (random.nextInt(3)) {
                    case 0 -> header.setCharAt(at, letters.charAt(random.nextInt(letters.length())));
                    case 1 -> header.delete(at, Math.min(header.length(), at + 1 + random.nextInt(12)));
                    default -> header.insert(at, letters.charAt(random.nextInt(letters.length())));
                }
            }
            try {
                Authorization.parse(header.toString());
                parsed++;
            } catch (Refused refused) {
                assertThat(refused.refusal())
                        .as(header.toString())
                        .isInstanceOf(CallRefusal.AuthorizationMalformed.class);
            }
        }
        assertThat(parsed).isBetween(1_000, 19_000);
    }

    private static void assertMalformed(String header) {
        assertThatThrownBy(() -> Authorization.parse(header))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.refusal()).isInstanceOf(CallRefusal.AuthorizationMalformed.class));
    }
}
