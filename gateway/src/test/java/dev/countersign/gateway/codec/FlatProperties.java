package dev.countersign.gateway.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.codec.Form.Pair;
import dev.countersign.gateway.wire.Value;
import dev.countersign.value.Bytes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FlatProperties {
    private static final String LETTERS = "abcXYZ_-~ +&=%'()*/?#\"\\\n\u0000é未😀09";

    @Test
    void what_is_flattened_and_written_reads_back_the_same() {
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            Value.Fields tree = fields(random, 0);
            List<Pair> pairs = new ArrayList<>(Flat.pairs(tree));
            Collections.shuffle(pairs, random);
            String written = Form.write(pairs);
            assertThat(Flat.tree(Form.read(written))).as("seed %d", seed).isEqualTo(tree);
            assertThat(Flat.tree(Form.read(Bytes.utf8(written.replace("%20", "+")))))
                    .as("seed %d, blanks as plus", seed)
                    .isEqualTo(tree);
        }
    }

    private static Value value(Random random, int depth) {
        int kind = depth > 5 ? 0 : random.nextInt(4);
        return switch (kind) {
            case 1 -> fields(random, depth + 1);
            case 2 -> {
                List<Value> items = new ArrayList<>();
                for (int i = random.nextInt(12); i >= 0; i--) {
                    items.add(value(random, depth + 3));
                }
                yield new Value.Items(items);
            }
            default -> new Value.Text(text(random, random.nextInt(8)), true);
        };
    }

    private static Value.Fields fields(Random random, int depth) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            fields.put("N" + text(random, random.nextInt(4)), value(random, depth + 1));
        }
        return new Value.Fields(fields);
    }

    private static String text(Random random, int length) {
        int[] characters = LETTERS.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(characters[random.nextInt(characters.length)]);
        }
        return text.toString();
    }
}
