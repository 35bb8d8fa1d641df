package dev.countersign.gateway.publish;

import dev.countersign.gateway.wire.Value;
import java.util.List;

/// Writes neutral trees down in the order in which they read.
final class Tree {
    private Tree() {}

    static Value.Fields object(String name, Value value) {
        return Value.Fields.none().plus(name, value);
    }

    static Value.Fields object(String n1, Value v1, String n2, Value v2) {
        return object(n1, v1).plus(n2, v2);
    }

    static Value.Fields object(String n1, Value v1, String n2, Value v2, String n3, Value v3) {
        return object(n1, v1, n2, v2).plus(n3, v3);
    }

    static Value.Items items(Value... items) {
        return new Value.Items(List.of(items));
    }

    static Value.Items texts(List<String> texts) {
        return new Value.Items(texts.stream().<Value>map(Value::text).toList());
    }
}
