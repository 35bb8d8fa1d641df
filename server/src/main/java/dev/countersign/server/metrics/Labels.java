package dev.countersign.server.metrics;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps the values of a label few, whatever callers send: a name that is not known, and any beyond a bound, is
/// `other`.
final class Labels {
    static final String OTHER = "other";
    private static final int MOST = 500;

    private final Set<String> known;
    private final Set<String> met = ConcurrentHashMap.newKeySet();

    /// @param known the values that are shown; empty for the first 500 that come
    Labels(Set<String> known) {
        this.known = Set.copyOf(known);
    }

    String bounded(String value) {
        if (!known.isEmpty()) {
            return known.contains(value) ? value : OTHER;
        }
        if (met.contains(value)) {
            return value;
        }
        return !value.isEmpty() && met.size() < MOST && met.add(value) ? value : OTHER;
    }
}
