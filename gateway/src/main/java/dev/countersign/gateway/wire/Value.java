package dev.countersign.gateway.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The neutral tree that JSON, flattened parameters and XML are read into, and answers are written from.
public sealed interface Value {
    /// A text.
    ///
    /// @param loose whether it came from a form that knows only text (query, form), so that it may stand for a
    ///     number or a flag
    record Text(String text, boolean loose) implements Value {}

    /// A number, as it was written: `123`, `1.5e3`.
    record Number(String literal) implements Value {}

    /// True or false.
    record Flag(boolean value) implements Value {}

    /// JSON's null.
    record Nothing() implements Value {}

    /// Values by index.
    record Items(List<Value> items) implements Value {
        /// Copies the list.
        public Items {
            items = List.copyOf(items);
        }
    }

    /// Values by name, in the order in which they came.
    record Fields(Map<String, Value> fields) implements Value {
        /// Takes the map over, with its order: its maker must not change it any more.
        public Fields {
            fields = java.util.Collections.unmodifiableMap(fields);
        }

        /// No fields.
        public static Fields none() {
            return new Fields(Map.of());
        }

        /// The same with one more at the end.
        public Fields plus(String name, Value value) {
            Map<String, Value> more = new LinkedHashMap<>(fields);
            more.put(name, value);
            return new Fields(more);
        }
    }

    /// A text of a typed form.
    static Text text(String text) {
        return new Text(text, false);
    }

    /// A whole number.
    static Number number(long value) {
        return new Number(Long.toString(value));
    }
}
