package dev.countersign.gateway.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.gateway.codec.Form.Pair;
import dev.countersign.gateway.wire.Value;
import dev.countersign.refusal.CallRefusal.Malformed;
import dev.countersign.refusal.Malformation;
import dev.countersign.refusal.Refused;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FlatTest {
    @Test
    void members_stand_behind_a_dot() {
        assertThat(tree("LoginFlag.Wechat=1&LoginFlag.Phone=0&OpUin=123").fields())
                .isEqualTo(Map.of(
                        "LoginFlag",
                        new Value.Fields(Map.of("Wechat", loose("1"), "Phone", loose("0"))),
                        "OpUin",
                        loose("123")));
    }

    @Test
    void items_come_in_any_order() {
        assertThat(tree("F.1=34&F.0=12").fields())
                .isEqualTo(Map.of("F", new Value.Items(List.of(loose("12"), loose("34")))));
    }

    @Test
    void objects_stand_in_lists() {
        assertThat(tree("Info.0.Uid=2&Info.1.Uid=4&Info.0.GroupId=1").fields())
                .isEqualTo(Map.of(
                        "Info",
                        new Value.Items(List.of(
                                new Value.Fields(Map.of("GroupId", loose("1"), "Uid", loose("2"))),
                                new Value.Fields(Map.of("Uid", loose("4")))))));
    }

    @Test
    void more_than_ten_items_count_on() {
        Value.Fields tree = tree("F.10=k&F.0=a&F.1=b&F.2=c&F.3=d&F.4=e&F.5=f&F.6=g&F.7=h&F.8=i&F.9=j");
        assertThat(tree.fields().get("F"))
                .isInstanceOfSatisfying(
                        Value.Items.class,
                        list -> assertThat(list.items()).hasSize(11).endsWith(loose("j"), loose("k")));
    }

    @Test
    void refuses_indexes_with_a_gap_or_another_start() {
        assertRefused("F.1=1", Malformation.ARRAY_NOT_DENSE, "F");
        assertRefused("F.0=1&F.2=1", Malformation.ARRAY_NOT_DENSE, "F");
        assertRefused("F.00=1", Malformation.ARRAY_NOT_DENSE, "F");
        assertRefused("F.0=1&F.x=1", Malformation.ARRAY_NOT_DENSE, "F");
        assertRefused("F.99999999999999999999=1", Malformation.ARRAY_NOT_DENSE, "F");
        assertRefused("A.F.1.B=1", Malformation.ARRAY_NOT_DENSE, "A.F");
    }

    @Test
    void refuses_a_name_that_is_both_a_value_and_a_parent() {
        assertRefused("A=1&A.B=2", Malformation.REPEATED, "A.B");
        assertRefused("A.B=2&A=1", Malformation.REPEATED, "A");
        assertRefused("A=1&A.B.C=2", Malformation.REPEATED, "A.B.C");
    }

    @Test
    void refuses_empty_segments() {
        assertRefused("A..B=1", Malformation.EMPTY_NAME, "A..B");
        assertRefused(".A=1", Malformation.EMPTY_NAME, ".A");
        assertRefused("A.=1", Malformation.EMPTY_NAME, "A.");
    }

    @Test
    void refuses_more_than_32_levels() {
        assertThat(tree("a" + ".a".repeat(31) + "=1").fields()).hasSize(1);
        String deep = "a" + ".a".repeat(32);
        assertRefused(deep + "=1", Malformation.TOO_DEEP_OR_MANY, deep);
    }

    @Test
    void flattens_typed_values_and_leaves_out_what_a_flat_form_cannot_say() {
        Value.Fields fields = Value.Fields.none()
                .plus("N", Value.number(7))
                .plus("F", new Value.Flag(true))
                .plus("Z", new Value.Nothing())
                .plus("L", new Value.Items(List.of(Value.text("a"), Value.text("b"))));
        assertThat(Flat.pairs(fields))
                .containsExactly(new Pair("N", "7"), new Pair("F", "true"), new Pair("L.0", "a"), new Pair("L.1", "b"));
    }

    private static Value loose(String text) {
        return new Value.Text(text, true);
    }

    private static Value.Fields tree(String form) {
        return Flat.tree(Form.read(form));
    }

    private static void assertRefused(String form, Malformation kind, String subject) {
        assertThatThrownBy(() -> tree(form))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(new Malformed(kind, subject)));
    }
}
