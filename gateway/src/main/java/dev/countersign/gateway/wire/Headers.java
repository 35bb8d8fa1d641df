package dev.countersign.gateway.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// HTTP headers: names without case, values as they came.
public final class Headers {
    private static final Headers NONE = new Headers(Map.of());

    private final Map<String, List<String>> byName;

    private Headers(Map<String, List<String>> byName) {
        this.byName = byName;
    }

    /// No headers.
    public static Headers none() {
        return NONE;
    }

    /// Headers from name and value in turns.
    ///
    /// @throws IllegalArgumentException for an odd count
    public static Headers of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("names and values come in pairs");
        }
        Builder builder = new Builder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            builder.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return builder.build();
    }

    /// The first value of that name.
    public Optional<String> first(String name) {
        List<String> values = byName.get(name.toLowerCase(Locale.ROOT));
        return values == null ? Optional.empty() : Optional.of(values.getFirst());
    }

    /// All values of that name, in order.
    public List<String> all(String name) {
        return byName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /// Whether a name that begins so is there.
    ///
    /// @param prefix in lower case
    public boolean anyNameStartsWith(String prefix) {
        for (String name : byName.keySet()) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /// The names, in lower case.
    public Iterable<String> names() {
        return byName.keySet();
    }

    /// Collects headers.
    public static final class Builder {
        private final Map<String, List<String>> byName = new LinkedHashMap<>();

        /// Adds one value.
        public Builder add(String name, String value) {
            byName.computeIfAbsent(name.toLowerCase(Locale.ROOT), n -> new ArrayList<>(1))
                    .add(value);
            return this;
        }

        /// The headers collected. Nothing may be added afterwards.
        public Headers build() {
            return new Headers(byName);
        }
    }
}
