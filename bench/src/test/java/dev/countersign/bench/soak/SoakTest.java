package dev.countersign.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./dev soak` for a few seconds, and what its ledger would find.
class SoakTest {
    @TempDir
    Path directory;

    @Test
    @Tag("soak")
    void nothing_acknowledged_is_lost_when_server_and_message_centre_are_killed() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Soak.Outcome outcome = new Soak(directory, new Random(seed))
                .run(new Soak.Plan(Duration.ofSeconds(15), Duration.ofSeconds(3), Duration.ofSeconds(5)));
        // A share of a few hundred messages is no share: that is for the long run.
        assertThat(outcome.violations())
                .as("seed %d: %s", seed, outcome.lines())
                .isSubsetOf(Set.of("more than 0.1 % came again"));
    }

    private Ledger ledger(Set<String> acknowledged, String... lines) throws IOException {
        return Ledger.of(acknowledged, Files.write(directory.resolve("taken.txt"), List.of(lines)));
    }

    @Test
    void the_ledger_finds_what_is_lost() throws IOException {
        assertThat(ledger(Set.of("1", "2"), "1 a").violations()).containsExactly("1 acknowledged messages are lost");
        assertThat(ledger(Set.of("1"), "1 a", "2 b").violations()).isEmpty();
        assertThat(ledger(Set.of()).violations()).hasSize(1);
    }

    @Test
    void the_ledger_finds_a_second_message_and_too_many_repetitions() throws IOException {
        assertThat(ledger(Set.of("1"), "1 a", "1 b").strange()).containsExactly("1");
        assertThat(ledger(Set.of("1"), "1 none").strange()).containsExactly("1");
        assertThat(ledger(Set.of("1"), "1 a", "1 a").violations()).containsExactly("more than 0.1 % came again");
    }

    @Test
    void one_of_a_thousand_may_come_again() {
        Map<String, List<String>> taken = new java.util.HashMap<>();
        for (int i = 0; i < 999; i++) {
            taken.put("n" + i, List.of("id" + i));
        }
        taken.put("twice", List.of("id", "id"));
        assertThat(new Ledger(Set.of("n1"), taken).violations()).isEmpty();
        taken.put("thrice", List.of("other", "other", "other"));
        assertThat(new Ledger(Set.of("n1"), taken).violations()).containsExactly("more than 0.1 % came again");
    }
}
