package dev.countersign.server.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A value as it was written, before its key says what it should be.
sealed interface Raw {
    /// One word or number.
    record Scalar(String text) implements Raw {}

    /// A list.
    record Items(List<String> items) implements Raw {
        /// Copies the list.
        public Items {
            items = List.copyOf(items);
        }
    }

    /// Names with values, in their order.
    record Pairs(Map<String, String> pairs) implements Raw {
        /// Copies the map, keeping its order.
        public Pairs {
            pairs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(pairs));
        }
    }

    /// Anything deeper.
    record Nested() implements Raw {}
}
