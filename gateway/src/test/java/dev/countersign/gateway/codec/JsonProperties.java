package dev.countersign.gateway.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.wire.Value;
import dev.countersign.refusal.Refused;
import dev.countersign.value.Bytes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonProperties {
    private static final long SEED = 20270101;

    private static Value value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> Value.text(text(random));
            case 1 -> new Value.Number(number(random));
            case 2 -> new Value.Flag(random.nextBoolean());
            case 3 -> new Value.Nothing();
            case 4 -> {
                List<Value> items = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    items.add(value(random, depth - 1));
                }
                yield new Value.Items(items);
            }
            default -> {
                Map<String, Value> fields = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    fields.put(text(random), value(random, depth - 1));
                }
                yield new Value.Fields(fields);
            }
        };
    }

    private static String number(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Long.toString(random.nextLong());
            case 1 -> Long.toString(random.nextLong()).replace("-", "") + "000000000000";
            default -> Double.toString(random.nextGaussian()).replace("E", "e");
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            int c = random.nextInt(random.nextBoolean() ? 0x80 : 0x110000);
            text.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 'x' : c);
        }
        return text.toString();
    }

    @Test
    void what_is_written_is_read_again_unchanged() {
        Random random = new Random(SEED);
        for (int i = 0; i < 5_000; i++) {
            Value value = value(random, 5);
            Bytes written = Json.write(value);
            assertThat(Json.read(written, "application/json"))
                    .as("seed %d, case %d", SEED, i)
                    .isEqualTo(value);
        }
    }

    @Test
    void broken_documents_are_refused_and_nothing_else() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = Json.write(value(random, 4)).toArray();
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                Value read = Json.read(Bytes.of(bytes), "application/json");
                assertThat(Json.read(Json.write(read), "application/json"))
                        .as("seed %d, case %d", SEED, i)
                        .isEqualTo(read);
            } catch (Refused refused) {
                assertThat(refused.refusal()).as("seed %d, case %d", SEED, i).isNotNull();
            }
        }
    }
}
