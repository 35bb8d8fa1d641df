package dev.countersign.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    /// RFC 8785, 3.2.3: the example of its sorting, by UTF-16 code units: the emoji's surrogates stand before the
    /// presentation form, although its code point stands after.
    @Test
    void members_are_sorted_by_utf_16_code_units() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("\u20ac", "Euro Sign");
        members.put("\r", "Carriage Return");
        members.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
        members.put("1", "One");
        members.put("\ud83d\ude00", "Emoji: Grinning Face");
        members.put("\u0080", "Control");
        members.put("\u00f6", "Latin Small Letter O With Diaeresis");

        assertThat(CanonicalJson.write(members))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                        + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    /// RFC 8785, 3.2.2: the text of its sample, `€$\u000F\nA'B"\\"/`, in the form that its output has.
    @Test
    void a_text_is_escaped_in_the_shortest_way() {
        assertThat(CanonicalJson.write(Map.of("string", "\u20ac$\u000f\nA'B\"\\\\\"/")))
                .isEqualTo("{\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
        assertThat(CanonicalJson.write(Map.of("a", "\b\t\f\r\u001f\u007f\u2028</script>")))
                .isEqualTo("{\"a\":\"\\b\\t\\f\\r\\u001f\u007f\u2028</script>\"}");
    }

    @Test
    void nothing_is_an_empty_object() {
        assertThat(CanonicalJson.write(Map.of())).isEqualTo("{}");
    }
}
