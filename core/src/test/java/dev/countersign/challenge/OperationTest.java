package dev.countersign.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.challenge.Operation.Field;
import dev.countersign.refusal.Refused;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationTest {
    private static final long SEED = 20_261_125L;
    private static final String LETTERS = "abcXYZ019 .,:;\"\\/äé€李😀-_";

    private static Operation of(String... namesAndValues) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(new Field(namesAndValues[i], namesAndValues[i + 1]));
        }
        return Operation.of("transfer", fields);
    }

    /// `printf '{"amount":"100.00","payee":"Bob"}' | openssl dgst -sha256 -binary | basenc --base64url`
    @Test
    void the_hash_is_what_anybody_computes_from_the_fields() {
        assertThat(of("payee", "Bob", "amount", "100.00").hash()).isEqualTo(HASH);
        assertThat(of("amount", "100.00", "payee", "Bob").hash()).isEqualTo(HASH);
    }

    private static final String HASH = "4JufifpkOqpNVW0ESbr6hxNQyACKL1Qz9696-VV8sPs";

    @Test
    void the_hash_changes_with_any_change_of_any_field() {
        Random random = new Random(SEED);
        for (int round = 0; round < 2_000; round++) {
            List<Field> fields = fields(random);
            String before = Operation.of("transfer", fields).hash();
            List<Field> after = changed(fields, random);
            assertThat(Operation.of("transfer", after).hash())
                    .as("seed %d, round %d: %s and %s", SEED, round, fields, after)
                    .isNotEqualTo(before);
        }
    }

    @Test
    void the_order_in_which_fields_are_shown_does_not_change_the_hash() {
        Random random = new Random(SEED);
        for (int round = 0; round < 500; round++) {
            List<Field> fields = fields(random);
            List<Field> other = new ArrayList<>(fields);
            Collections.shuffle(other, random);
            assertThat(Operation.of("transfer", other).hash())
                    .as("seed %d, round %d", SEED, round)
                    .isEqualTo(Operation.of("transfer", fields).hash());
        }
    }

    private static List<Field> fields(Random random) {
        List<Field> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int many = 1 + random.nextInt(4);
        while (fields.size() < many) {
            String name = text(random, 6);
            if (names.add(name)) {
                fields.add(new Field(name, text(random, 12)));
            }
        }
        return fields;
    }

    /// One of: another value, another name, a field more, a field less, two values exchanged.
    private static List<Field> changed(List<Field> fields, Random random) {
        List<Field> after = new ArrayList<>(fields);
        int at = random.nextInt(after.size());
        Field field = after.get(at);
        int kind = random.nextInt(5);
        if (kind == 3 && after.size() > 1) {
            after.remove(at);
        } else if (kind == 4
                && after.size() > 1
                && !after.get(0).value().equals(after.get(1).value())) {
            Field first = after.get(0);
            after.set(0, new Field(first.name(), after.get(1).value()));
            after.set(1, new Field(after.get(1).name(), first.value()));
        } else if (kind == 2) {
            after.add(new Field("one more", "x"));
        } else if (kind == 1) {
            after.set(at, new Field(field.name() + "!", field.value()));
        } else {
            after.set(at, new Field(field.name(), field.value() + text(random, 2)));
        }
        return after;
    }

    private static String text(Random random, int most) {
        int[] letters = LETTERS.codePoints().toArray();
        StringBuilder text = new StringBuilder("a");
        int many = 1 + random.nextInt(most);
        for (int i = 0; i < many; i++) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }

    @Test
    void what_is_shown_stands_in_the_applications_order() {
        assertThat(of("payee", "Bob", "amount", "100.00").shown()).isEqualTo("payee: Bob; amount: 100.00");
        assertThat(Operation.NONE.shown()).isEmpty();
        assertThat(Operation.NONE.hash()).isEmpty();
    }

    @Test
    void another_name_is_another_operation() {
        assertThat(Operation.of("refund", of("a", "1").fields()).binding())
                .isNotEqualTo(of("a", "1").binding());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\u0000", "a\u202eb", "a\u200bb", "a\u2028b", "\ud800"})
    void what_can_not_be_seen_is_refused(String value) {
        assertThatThrownBy(() -> of("payee", value)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> of(value, "Bob")).isInstanceOf(Refused.class);
    }

    @Test
    void too_much_is_refused() {
        assertThatThrownBy(() -> of()).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> of("a", "1", "a", "2")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> of("a", "x".repeat(129))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> of("a", "x".repeat(120), "b", "x".repeat(120))).isInstanceOf(Refused.class);
        assertThatThrownBy(() ->
                        of("a", "1", "b", "1", "c", "1", "d", "1", "e", "1", "f", "1", "g", "1", "h", "1", "i", "1"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Operation.of("Transfer", of("a", "1").fields()))
                .isInstanceOf(Refused.class);
    }
}
