package dev.countersign.policy.document;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A wildcard is a pattern in which `*` stands for any characters and `?` for one. A name is read once, whatever
/// the pattern: all places that the pattern could have come to are followed at the same time, one bit each.
public final class Wildcard {
    /// How long a pattern may be that has `?` or more than one `*`.
    public static final int LONGEST = 512;

    private final String pattern;
    private final Kind kind;
    private final String beginning;
    private final String end;
    private final @Nullable Places places;

    /// Most patterns are simple, and a call looks at hundreds: what is simple is compared at once.
    private enum Kind {
        ANYTHING,
        EXACTLY,
        BEGINNING,
        AROUND,
        MIXED
    }

    private Wildcard(String pattern, Kind kind, String beginning, String end) {
        this.pattern = pattern;
        this.kind = kind;
        this.beginning = beginning;
        this.end = end;
        this.places = kind == Kind.MIXED ? new Places(pattern) : null;
    }

    /// Reads a pattern.
    ///
    /// @throws IllegalArgumentException for one that is longer than [#LONGEST] and not simple
    public static Wildcard of(String pattern) {
        int star = pattern.indexOf('*');
        boolean one = pattern.indexOf('?') >= 0;
        if (star < 0 && !one) {
            return new Wildcard(pattern, Kind.EXACTLY, pattern, "");
        }
        if (pattern.equals("*")) {
            return new Wildcard(pattern, Kind.ANYTHING, "", "");
        }
        if (!one && star == pattern.lastIndexOf('*')) {
            String end = pattern.substring(star + 1);
            return new Wildcard(pattern, end.isEmpty() ? Kind.BEGINNING : Kind.AROUND, pattern.substring(0, star), end);
        }
        if (pattern.length() > LONGEST) {
            throw new IllegalArgumentException("a pattern of more than " + LONGEST + " characters");
        }
        return new Wildcard(pattern, Kind.MIXED, "", "");
    }

    /// Whether a name fits as a whole.
    public boolean matches(String name) {
        return switch (kind) {
            case ANYTHING -> true;
            case EXACTLY -> beginning.equals(name);
            case BEGINNING -> name.startsWith(beginning);
            case AROUND ->
                name.length() >= beginning.length() + end.length() && name.startsWith(beginning) && name.endsWith(end);
            case MIXED -> places != null && places.fit(name);
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
    private static final class Places {
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
