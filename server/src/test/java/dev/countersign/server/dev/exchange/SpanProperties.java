package dev.countersign.server.dev.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpanProperties {
    @ParameterizedTest
    @ValueSource(longs = {1, 42, 20261122})
    void what_is_written_is_read_again(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 10_000; i++) {
            Duration span = Duration.ofMillis(random.nextLong(1L << random.nextInt(1, 50)));
            assertThat(Span.parse(Span.write(span), "span"))
                    .as("seed %d, span %s", seed, span)
                    .isEqualTo(span);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 43, 20261123})
    void units_add_up(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 10_000; i++) {
            long days = random.nextLong(1000);
            long hours = random.nextLong(1000);
            long minutes = random.nextLong(1000);
            long seconds = random.nextLong(1000);
            long millis = random.nextLong(10_000);
            String written = days + "d" + hours + "h" + minutes + "m" + seconds + "s" + millis + "ms";
            Duration sum = Duration.ofDays(days)
                    .plusHours(hours)
                    .plusMinutes(minutes)
                    .plusSeconds(seconds)
                    .plusMillis(millis);
            assertThat(Span.parse(written, "span"))
                    .as("seed %d, %s", seed, written)
                    .isEqualTo(sum);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 44, 20261124})
    void any_text_is_a_span_or_declined(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String alphabet = "0159dhms+-. ,PT\u0661";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String written = text.toString();
            try {
                Duration span = Span.parse(written, "span");
                assertThat(span.isNegative())
                        .as("seed %d, \"%s\"", seed, written)
                        .isFalse();
                assertThat(written).as("seed %d", seed).matches("([0-9]+(ms|[dhms]))+");
            } catch (Declined declined) {
                assertThat(declined.problem().status())
                        .as("seed %d, \"%s\"", seed, written)
                        .isEqualTo(400);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "60", "60 s", "-1s", "+1s", "1s1s", "1s1m", "1M", "1w", "1.5s", "9999999999999s"})
    void refuses_other_forms(String written) {
        assertThatThrownBy(() -> Span.parse(written, "wait")).isInstanceOf(Declined.class);
    }
}
