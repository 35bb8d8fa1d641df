package dev.countersign.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.segment.Segments.Encoding;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// What holds for every text. A failure names its seed.
final class SegmentProperties {
    private static final int TEXTS = 5_000;
    private static final String PLAIN = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "\f^{}\\[~]|€";

    private final long seed = System.nanoTime();
    private final RandomGenerator random = new Random(seed);

    @Test
    void every_text_of_the_alphabet_comes_back_from_its_septets() {
        for (int i = 0; i < TEXTS; i++) {
            String text = text(PLAIN + EXTENDED, 400);
            byte[] septets = Gsm7.encode(text).orElseThrow();
            assertThat(Gsm7.decode(septets)).as("seed %d", seed).isEqualTo(text);
            assertThat(septets.length)
                    .as("seed %d", seed)
                    .isEqualTo(Segments.of(text).units());
            for (byte septet : septets) {
                assertThat(septet).as("seed %d", seed).isNotNegative();
            }
        }
    }

    @Test
    void no_octets_are_too_strange_to_read() {
        byte[] octets = new byte[300];
        for (int i = 0; i < TEXTS; i++) {
            random.nextBytes(octets);
            String read = Gsm7.decode(octets);
            assertThat(Gsm7.encode(read)).as("seed %d", seed).isPresent();
        }
    }

    @Test
    void the_parts_are_the_text_and_each_fits_by_itself() {
        for (int i = 0; i < TEXTS; i++) {
            String text = text(PLAIN + EXTENDED.repeat(5) + (random.nextBoolean() ? "验证码😀🇨🇭" : ""), 700);
            Segments segments = Segments.of(text);
            assertThat(String.join("", segments.parts())).as("seed %d", seed).isEqualTo(text);
            int units = 0;
            for (String part : segments.parts()) {
                int size = size(part, segments.encoding());
                assertThat(size).as("seed %d", seed).isLessThanOrEqualTo(segments.perSegment());
                assertThat(wellFormed(part)).as("seed %d", seed).isTrue();
                units += size;
            }
            assertThat(units).as("seed %d", seed).isEqualTo(segments.units());
            assertThat(segments.count() == 1)
                    .as("seed %d", seed)
                    .isEqualTo(units <= segments.encoding().room(1));
        }
    }

    @Test
    void no_part_leaves_room_for_what_follows() {
        for (int i = 0; i < TEXTS; i++) {
            Segments segments = Segments.of(text(PLAIN + EXTENDED.repeat(5) + "😀", 700));
            for (int part = 0; part + 1 < segments.count(); part++) {
                String next = segments.parts().get(part + 1);
                String first = next.substring(0, next.offsetByCodePoints(0, 1));
                int together = size(segments.parts().get(part), segments.encoding()) + size(first, segments.encoding());
                assertThat(together).as("seed %d", seed).isGreaterThan(segments.perSegment());
            }
        }
    }

    private static int size(String part, Encoding encoding) {
        return switch (encoding) {
            case GSM7 -> Gsm7.encode(part).orElseThrow().length;
            case UCS2 -> part.length();
        };
    }

    private static boolean wellFormed(String part) {
        return part.codePoints().noneMatch(codePoint -> codePoint >= 0xd800 && codePoint <= 0xdfff);
    }

    private String text(String alphabet, int longest) {
        int[] letters = alphabet.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(longest);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }
}
