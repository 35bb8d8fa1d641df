package dev.countersign.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.delivery.Letters;
import dev.countersign.delivery.http.HttpCarrierSettings.Body;
import dev.countersign.delivery.http.HttpCarrierSettings.Faults;
import dev.countersign.delivery.http.HttpCarrierSettings.Sent;
import dev.countersign.delivery.http.HttpCarrierSettings.Success;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.gateway.wire.Value;
import dev.countersign.testkit.TestClock;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is wrong in a description is found when it is made, and what is right can't be broken out of.
final class HttpCarrierSettingsTest {
    private static final String ADDRESS = "https://api.example.com/send";

    private static Sent sent(String address, Map<String, String> headers, Body body) {
        return new Sent("POST", address, headers, new Credentials.None(), body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"t\":\"{kode}\"}",
                "{\"t\":\"{text\"}",
                "{\"t\":\"text}\"}",
                "{\"t\":\"{}\"}",
                "{\"t\":{text}}",
                "{\"t\":"
            })
    void a_broken_placeholder_or_body_is_refused(String template) {
        assertThatThrownBy(() -> sent(ADDRESS, Map.of(), new Body.Json(template)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_unknown_placeholder_is_named_with_those_that_there_are() {
        assertThatThrownBy(() -> sent(ADDRESS, Map.of(), new Body.Form("Body={Text}")))
                .hasMessageContaining("{Text}")
                .hasMessageContaining("{text}")
                .hasMessageContaining("{to-plus}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://api.example.com/",
                "https://{country}.example.com/",
                "https://api.example.com:{code}/",
                "https://user:pass@api.example.com/",
                "https://api.example.com/a#b",
                "https:///send",
                "//api.example.com",
                "https://api.example.com/{kode}",
                "https://api.example.com/a b",
                "https://api.example.com/?q=%zz"
            })
    void an_address_that_leads_nowhere_certain_is_refused(String address) {
        assertThatThrownBy(() -> sent(address, Map.of(), new Body.Form("a=b")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void headers_hold_neither_texts_nor_what_frames_a_request() {
        for (String value : List.of("{text}", "{code}", "{from}", "a\r\nX: y", "ü")) {
            assertThatThrownBy(() -> sent(ADDRESS, Map.of("X-A", value), new Body.Form("a=b")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (String name : List.of("Host", "content-length", "Transfer-Encoding", "X A", "X:A", "")) {
            assertThatThrownBy(() -> sent(ADDRESS, Map.of(name, "v"), new Body.Form("a=b")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatCode(() -> sent(ADDRESS, Map.of("Idempotency-Key", "{id}"), new Body.Form("a=b")))
                .doesNotThrowAnyException();
    }

    @Test
    void methods_and_bodies_belong_together() {
        assertThatThrownBy(() -> new Sent("GET", ADDRESS, Map.of(), new Credentials.None(), new Body.Form("a=b")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sent(ADDRESS, Map.of(), new Body.None())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Sent("DELETE", ADDRESS, Map.of(), new Credentials.None(), new Body.None()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_template_that_is_used_is_registered() {
        Success success = new Success(Set.of(200), Optional.empty(), Optional.empty());
        Sent sent = sent(ADDRESS + "?t={template}", Map.of(), new Body.Form("a=b"));
        assertThatThrownBy(() ->
                        new HttpCarrierSettings(sent, success, Faults.none(), Registered.none(), Reach.standard()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Registered<>(Map.of("Login", "t"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void secrets_can_not_break_out_of_their_header_and_are_not_printed() {
        assertThatThrownBy(() -> new Credentials.Bearer(Secret.of("a\r\nHost: evil")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("evil");
        assertThatThrownBy(() -> new Credentials.Header("Host", Secret.of("a")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Credentials.Basic("a:b", Secret.of("c")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Credentials.Bearer(Secret.of("hush-hush"))).asString().doesNotContain("hush");
    }

    @Test
    void the_most_particular_template_counts() {
        Registered<String> registered =
                new Registered<>(Map.of("login/zh_TW", "1", "login/zh", "2", "login", "3", "*/zh", "4", "*", "5"));
        PhoneNumber to = new PhoneNumber("852", "61234567");
        assertThat(registered.of(Letters.login(to, "zh_TW"))).contains("1");
        assertThat(registered.of(Letters.login(to, "zh-TW"))).contains("1");
        assertThat(registered.of(Letters.login(to, "zh_CN"))).contains("2");
        assertThat(registered.of(Letters.login(to, "en"))).contains("3");
        assertThat(new Registered<>(Map.of("*/zh", "4", "*", "5")).of(Letters.login(to, "zh_CN")))
                .contains("4");
        assertThat(new Registered<>(Map.of("enrolment", "6")).of(Letters.login(to, "en")))
                .isEmpty();
    }

    @Test
    void pointers_point_as_their_standard_says() {
        Value document = Documents.json(Bytes.utf8("{\"a/b\":[{\"~\":7}],\"\":true,\"n\":null}"))
                .orElseThrow();
        assertThat(JsonPointer.of("/a~1b/0/~0").textIn(document)).contains("7");
        assertThat(JsonPointer.of("/").textIn(document)).contains("true");
        assertThat(JsonPointer.of("/n").textIn(document)).isEmpty();
        assertThat(JsonPointer.of("/a~1b/1").textIn(document)).isEmpty();
        assertThat(JsonPointer.of("/a~1b/00").textIn(document)).isEmpty();
        assertThat(JsonPointer.of("").in(document)).contains(document);
        assertThatThrownBy(() -> JsonPointer.of("a")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> JsonPointer.of("/~2")).isInstanceOf(IllegalArgumentException.class);
    }

    /// Any text whatever stays within its member: the body is read again and is the same but for that text.
    @Test
    void no_text_breaks_out_of_a_body() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Template json = Template.of(new Body.Json("{\"a\":\"<{text}>\",\"b\":[\"{text}\",1]}"));
        Template form = Template.of(new Body.Form("a=%3C{text}%3E&b=1"));
        for (int round = 0; round < 2000; round++) {
            String text = anyText(random);
            Placeholder.Filling filling = new Placeholder.Filling(
                    Letters.text(text), TestClock.atNoon().instant(), "");
            Value.Fields read =
                    (Value.Fields) Documents.json(json.filled(filling)).orElseThrow();
            assertThat(read.fields().keySet()).as("seed %d", seed).containsExactly("a", "b");
            assertThat(JsonPointer.of("/a").textIn(read)).as("seed %d", seed).contains("<" + text + ">");
            assertThat(Documents.form(form.filled(filling)).orElseThrow())
                    .as("seed %d", seed)
                    .extracting(pair -> pair.name() + "|" + pair.value())
                    .containsExactly("a|<" + text + ">", "b|1");
        }
    }

    private static String anyText(Random random) {
        String sharp = "\"\\{}&=%+\r\n\t\0'<>#?/;: ü码😀\u2028{text}{{";
        StringBuilder text = new StringBuilder();
        int[] points = sharp.codePoints().toArray();
        for (int i = random.nextInt(20); i >= 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }
}
