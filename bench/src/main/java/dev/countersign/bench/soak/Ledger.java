package dev.countersign.bench.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a message centre took, held against what was acknowledged to callers.
///
/// @param acknowledged the numbers whose send was acknowledged
/// @param taken the ids that each number's messages had, one for each time that it was taken
record Ledger(Set<String> acknowledged, Map<String, List<String>> taken) {
    /// Of a thousand messages, so many may come twice.
    private static final double MOST_PER_MILLE = 1.0;

    /// Reads what the message centre wrote.
    static Ledger of(Set<String> acknowledged, Path written) throws IOException {
        Map<String, List<String>> taken = new HashMap<>();
        for (String line : Files.readAllLines(written)) {
            String[] numberAndId = line.split(" ", 2);
            taken.computeIfAbsent(numberAndId[0], number -> new ArrayList<>()).add(numberAndId[1]);
        }
        return new Ledger(Set.copyOf(acknowledged), taken);
    }

    /// The acknowledged messages that it never got.
    Set<String> lost() {
        Set<String> lost = new HashSet<>(acknowledged);
        lost.removeAll(taken.keySet());
        return lost;
    }

    /// How often it got a message again.
    long again() {
        return taken.values().stream().mapToLong(ids -> ids.size() - 1L).sum();
    }

    /// The numbers that got messages of several ids, or of none.
    List<String> strange() {
        return taken.entrySet().stream()
                .filter(entry -> new HashSet<>(entry.getValue()).size() > 1
                        || entry.getValue().contains("none"))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// What of the promise does not hold; empty when all of it does.
    List<String> violations() {
        List<String> broken = new ArrayList<>();
        if (acknowledged.isEmpty()) {
            broken.add("nothing was acknowledged: nothing is shown");
        }
        if (!lost().isEmpty()) {
            broken.add(lost().size() + " acknowledged messages are lost");
        }
        if (!strange().isEmpty()) {
            broken.add(strange().size() + " numbers got messages of different ids, or without one");
        }
        if (again() * 1000.0 > MOST_PER_MILLE * taken.size()) {
            broken.add("more than 0.1 % came again");
        }
        return broken;
    }

    /// What is there to tell, a line each.
    List<String> lines() {
        return List.of(
                acknowledged.size() + " sends acknowledged, " + taken.size() + " messages taken by the message centre",
                lost().size() + " acknowledged and lost",
                String.format(
                        "%d taken again under the same id (%.3f %%, at most 0.1 %%)",
                        again(), taken.isEmpty() ? 0 : again() * 100.0 / taken.size()),
                strange().size() + " numbers with messages of different ids");
    }
}
