package dev.countersign.gateway.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.gateway.wire.Value;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Malformation;
import dev.countersign.refusal.Refused;
import dev.countersign.value.Bytes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static Value read(String json) {
        return Json.read(Bytes.utf8(json), "application/json");
    }

    private static void refused(Bytes json, Malformation kind) {
        assertThatThrownBy(() -> Json.read(json, "application/json"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal())
                                .isInstanceOfSatisfying(
                                        CallRefusal.Malformed.class,
                                        malformed ->
                                                assertThat(malformed.kind()).isEqualTo(kind)));
    }

    @Test
    void reads_every_kind() {
        assertThat(read(" {\"a\":[\"x\",1,-1.5e3,true,false,null,{}]} "))
                .isEqualTo(new Value.Fields(Map.of(
                        "a",
                        new Value.Items(List.of(
                                Value.text("x"),
                                new Value.Number("1"),
                                new Value.Number("-1.5e3"),
                                new Value.Flag(true),
                                new Value.Flag(false),
                                new Value.Nothing(),
                                Value.Fields.none())))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[1,]",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "// x\n1",
                "/* x */1",
                "NaN",
                "Infinity",
                "-Infinity",
                "+1",
                "01",
                "1.",
                ".5",
                "0x1",
                "1 2",
                "{}{}",
                "\"a",
                "\"\n\"",
                "\"\\x\"",
                "\"\\u12\"",
                "tru",
                "nul",
                "[1 2]",
                "{\"a\" 1}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"\\u0062\":2}}",
                "\uFEFF{}",
                "\"\\ud800\"",
                "\"\\udc00\\ud800\"",
                "{\"\\ud800\":1}"
            })
    void refuses_what_is_not_json(String json) {
        refused(Bytes.utf8(json), Malformation.NOT_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"22ff22", "22c0af22", "22eda08022", "22f490808022", "22e28222", "fffe2200", "00"})
    void refuses_what_is_not_utf8(String hex) {
        refused(Bytes.hex(hex), Malformation.NOT_JSON);
    }

    @Test
    void nests_32_deep_and_no_deeper() {
        assertThat(read("[".repeat(Json.MOST_DEPTH) + "]".repeat(Json.MOST_DEPTH)))
                .isInstanceOf(Value.Items.class);
        refused(
                Bytes.utf8("[".repeat(Json.MOST_DEPTH + 1) + "]".repeat(Json.MOST_DEPTH + 1)),
                Malformation.TOO_DEEP_OR_MANY);
        refused(Bytes.utf8("[".repeat(1_000_000)), Malformation.TOO_DEEP_OR_MANY);
        refused(Bytes.utf8("{\"a\":".repeat(1_000_000)), Malformation.TOO_DEEP_OR_MANY);
    }

    @Test
    void holds_as_many_values_as_it_may_and_no_more() {
        assertThat(read("[" + "1,".repeat(Json.MOST_VALUES - 2) + "1]")).isInstanceOf(Value.Items.class);
        refused(Bytes.utf8("[" + "1,".repeat(Json.MOST_VALUES - 1) + "1]"), Malformation.TOO_DEEP_OR_MANY);
    }

    @Test
    void numbers_stay_as_they_were_written() {
        for (String literal : List.of(
                "0",
                "-0",
                "9223372036854775807",
                "9223372036854775808",
                "123456789012345678901234567890",
                "1e400",
                "0.10",
                "1E+2")) {
            assertThat(read(literal)).isEqualTo(new Value.Number(literal));
            assertThat(Json.write(new Value.Number(literal)).toUtf8()).isEqualTo(literal);
        }
    }

    @Test
    void a_number_of_absurd_length_is_refused() {
        refused(Bytes.utf8("1".repeat(1_000_000)), Malformation.TOO_DEEP_OR_MANY);
    }

    @Test
    void a_name_of_absurd_length_is_refused() {
        refused(Bytes.utf8("{\"" + "a".repeat(100_000) + "\":1}"), Malformation.TOO_DEEP_OR_MANY);
    }

    @Test
    void what_can_not_stand_for_itself_is_escaped_and_nothing_else() {
        assertThat(Json.write(Value.text("a\b\t\n\f\r\u001f\u007f/é中\"z")).toUtf8())
                .isEqualTo("\"a\\b\\t\\n\\f\\r\\u001F\u007f/é中\\\"z\"");
    }

    @Test
    void half_a_surrogate_pair_is_written_as_the_replacement_character() {
        for (String half : List.of("\ud83d", "\ude00")) {
            assertThat(Json.write(Value.text("a" + half + "b😀" + half)).toUtf8())
                    .isEqualTo("\"a\uFFFDb😀\uFFFD\"");
        }
    }

    @Test
    void characters_beyond_the_first_plane_survive() {
        assertThat(read("\"\\ud83d\\ude00\"")).isEqualTo(Value.text("😀"));
        assertThat(Json.write(Value.text("😀 é \u0000 \" \\")).toUtf8()).isEqualTo("\"😀 é \\u0000 \\\" \\\\\"");
    }
}
