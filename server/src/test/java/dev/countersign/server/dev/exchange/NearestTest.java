package dev.countersign.server.dev.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestTest {
    private static final List<String> KNOWN = List.of("to", "channel", "after", "wait", "limit");

    @ParameterizedTest
    @CsvSource({"chanel, channel", "CHANNEL, channel", "aftr, after", "too, to", "t, to", "wiat, wait", "limits, limit"
    })
    void finds_what_was_meant(String written, String meant) {
        assertThat(Nearest.to(written, KNOWN)).contains(meant);
        assertThat(Nearest.hint(written, KNOWN)).isEqualTo("did you mean \"" + meant + "\"?");
    }

    @Test
    void lists_all_when_nothing_is_near() {
        assertThat(Nearest.to("recipient", KNOWN)).isEmpty();
        assertThat(Nearest.hint("recipient", KNOWN)).isEqualTo("there is to, channel, after, wait, limit");
        assertThat(Nearest.to("x".repeat(100_000), KNOWN)).isEmpty();
    }
}
