package dev.countersign.gateway.dialect.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

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
            assertThat(codeOf(response)).as("seed %d, case %d", SEED, i).isNotEmpty();
        }
        assertThat(stand.faults).isEmpty();
    }

    /// As another parser reads it: an answer is a document of its kind, whatever was sent.
    private static String codeOf(Response response) {
        if (!response.contentType().startsWith("text/xml")) {
            return Stand.text(response, "Code");
        }
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element error = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(response.body().toArray()))
                    .getDocumentElement();
            assertThat(error.getTagName()).isEqualTo("Error");
            return error.getElementsByTagName("Code").item(0).getTextContent();
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            throw new AssertionError(response.body().toUtf8(), broken);
        }
    }

    @Test
    void a_good_call_of_version_3_that_is_changed_in_any_header_is_not_believed() {
        Random random = new Random(SEED);
        Stand stand = new Stand(AlibabaOptions.development());
        Request good = Signer.acs3(Signer.headers("Greet", "n"), "Whom=x", "LTAIroot", Stand.SECRET);
        List<String> names = NAMES.stream()
                .filter(name -> good.headers().first(name).isPresent())
                .toList();
        for (int i = 0; i < CASES; i++) {
            Map<String, String> headers = new LinkedHashMap<>();
            names.forEach(name -> headers.put(name, good.headers().first(name).orElseThrow()));
            String name = names.get(random.nextInt(names.size()));
            String right = good.headers().first(name).orElseThrow();
            String changed = mutated(right, random);
            headers.put(name, changed);
            // Blanks around a value, and between the parts of the credentials, mean nothing.
            if (!changed.replace(" ", "").equals(right)) {
                notBelieved(stand, Signer.request("POST", good.query(), headers, ""), i);
            }
        }
        assertThat(stand.answer(good).status()).as("the nonce was not burnt").isEqualTo(200);
        assertThat(stand.faults).isEmpty();
    }

    @Test
    void a_good_call_of_version_1_that_is_changed_in_any_parameter_is_not_believed() {
        Random random = new Random(SEED);
        Stand stand = new Stand(AlibabaOptions.development());
        Map<String, String> parameters = Signer.parameters("Greet", "n", "LTAIroot");
        parameters.put("Whom", "x");
        Request good = Signer.rpc(parameters, Stand.SECRET);
        for (int i = 0; i < CASES; i++) {
            String changed = mutated(good.query(), random);
            // An escape in lower case is the same character.
            if (!changed.equalsIgnoreCase(good.query())) {
                notBelieved(stand, Signer.request("GET", changed, Map.of("host", Signer.HOST), ""), i);
            }
        }
        assertThat(stand.answer(good).status()).as("the nonce was not burnt").isEqualTo(200);
        assertThat(stand.faults).isEmpty();
    }

    /// A call that was believed would be answered, or refused for its nonce or for too many of them.
    private static void notBelieved(Stand stand, Request request, int number) {
        Response response = stand.answer(request);
        String text = response.body().toUtf8();
        assertThat(response.status())
                .as("seed %d, case %d: %s", SEED, number, text)
                .isBetween(400, 499);
        assertThat(text).as("seed %d, case %d", SEED, number).doesNotContain("SignatureNonceUsed", "Throttling");
    }

    /// One character changed, taken out or put in.
    private static String mutated(String text, Random random) {
        int at = random.nextInt(text.length());
        char other = (char) (' ' + random.nextInt(0x60));
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at) + other + text.substring(at + 1);
            case 1 -> text.substring(0, at) + text.substring(at + 1);
            default -> text.substring(0, at) + other + text.substring(at);
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(7); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextInt(3) == 0 ? "" : "&");
        }
        return text.toString();
    }
}
