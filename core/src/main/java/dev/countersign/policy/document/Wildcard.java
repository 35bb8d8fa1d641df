package dev.countersign.policy.document;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/// A wildcard is a pattern in which `*` stands for any characters and `?` for one. A name is read once, whatever
/// the pattern: all places that the pattern could have come to are followed at the same time, one bit each.
public final class Wildcard {
    /// How long a pattern may be that is more than a text or a beginning.
    public static final int LONGEST = 512;

    private final String pattern;
    private final Shape shape;

    private sealed interface Shape {}

    private record Anything() implements Shape {}

    private record Exactly(String text) implements Shape {}

    private record Beginning(String text) implements Shape {}

    private Wildcard(String pattern, Shape shape) {
        this.pattern = pattern;
        this.shape = shape;
    }

    /// Reads a pattern.
    ///
    /// @throws IllegalArgumentException for one that is longer than [#LONGEST] and not simple
    public static Wildcard of(String pattern) {
        int star = pattern.indexOf('*');
        boolean one = pattern.indexOf('?') >= 0;
        if (pattern.equals("*")) {
            return new Wildcard(pattern, new Anything());
        }
        if (star < 0 && !one) {
            return new Wildcard(pattern, new Exactly(pattern));
        }
        if (star == pattern.length() - 1 && !one) {
            return new Wildcard(pattern, new Beginning(pattern.substring(0, star)));
        }
        if (pattern.length() > LONGEST) {
            throw new IllegalArgumentException("a pattern of more than " + LONGEST + " characters");
        }
        return new Wildcard(pattern, new Places(pattern));
    }

    /// Whether a name fits as a whole.
    public boolean matches(String name) {
        return switch (shape) {
            case Anything anything -> true;
            case Exactly exactly -> exactly.text().equals(name);
            case Beginning beginning -> name.startsWith(beginning.text());
            case Places places -> places.fit(name);
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Wildcard wildcard && wildcard.pattern.equals(pattern);
    }

    @Override
    public int hashCode() {
        return pattern.hashCode();
    }

    @Override
    public String toString() {
        return pattern;
    }

    /// Bit n stands for "the first n characters of the pattern, stars left out, have been seen".
    private static final class Places implements Shape {
        private final int goal;
        private final char[] letters;
        private final long[][] advancing;
        private final long[] advancingAnyway;
        private final long[] staying;

        Places(String pattern) {
            String solid = pattern.replace("*", "");
            this.goal = solid.length();
            int words = goal / Long.SIZE + 1;
            this.staying = new long[words];
            this.advancingAnyway = new long[words];
            SortedMap<Character, long[]> byLetter = new TreeMap<>();
            int seen = 0;
            for (int i = 0; i < pattern.length(); i++) {
                char letter = pattern.charAt(i);
                if (letter == '*') {
                    set(staying, seen);
                } else {
                    seen++;
                    set(letter == '?' ? advancingAnyway : byLetter.computeIfAbsent(letter, l -> new long[words]), seen);
                }
            }
            this.letters = new char[byLetter.size()];
            this.advancing = new long[byLetter.size()][];
            int next = 0;
            for (var entry : byLetter.entrySet()) {
                letters[next] = entry.getKey();
                advancing[next++] = or(entry.getValue(), advancingAnyway);
            }
        }

        boolean fit(String name) {
            long[] places = new long[staying.length];
            places[0] = 1;
            for (int i = 0; i < name.length(); i++) {
                int known = Arrays.binarySearch(letters, name.charAt(i));
                long[] mask = known < 0 ? advancingAnyway : advancing[known];
                long carried = 0;
                for (int word = 0; word < places.length; word++) {
                    long now = places[word];
                    places[word] = (((now << 1) | carried) & mask[word]) | (now & staying[word]);
                    carried = now >>> (Long.SIZE - 1);
                }
            }
            return (places[goal / Long.SIZE] & (1L << (goal % Long.SIZE))) != 0;
        }

        private static void set(long[] bits, int bit) {
            bits[bit / Long.SIZE] |= 1L << (bit % Long.SIZE);
        }

        private static long[] or(long[] one, long[] other) {
            long[] both = new long[one.length];
            for (int word = 0; word < both.length; word++) {
                both[word] = one[word] | other[word];
            }
            return both;
        }
    }
}
