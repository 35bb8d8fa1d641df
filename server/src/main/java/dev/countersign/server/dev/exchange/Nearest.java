package dev.countersign.server.dev.exchange;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds the known word that somebody who mistyped it most likely meant.
public final class Nearest {
    private static final int LONGEST = 200;

    private Nearest() {}

    /// The nearest known word, if one is near enough: at most a third of its characters differ, without case.
    public static Optional<String> to(String written, Collection<String> known) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .filter(word -> distance(written, word) <= Math.max(1, word.length() / 3))
                .min(Comparator.<String>comparingInt(word -> distance(written, word))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /// The end of a sentence that says what was meant, or else all that there is.
    ///
    /// @param known not empty
    public static String hint(String written, Collection<String> known) {
        return to(written, known)
                .map(word -> "did you mean \"" + word + "\"?")
                .orElseGet(() -> "there is " + String.join(", ", known));
    }

    /// Levenshtein's distance, a row at a time.
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] above = new int[b.length() + 1];
        Arrays.setAll(above, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
