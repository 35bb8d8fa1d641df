package dev.countersign.gateway.policy;

import dev.countersign.gateway.wire.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One value where several may stand: the syntax writes both alike.
final class Members {
    private Members() {}

    /// The values of an array, or the one value; none for nothing.
    static List<Value> several(@Nullable Value value) {
        return switch (value) {
            case null -> List.of();
            case Value.Items items -> items.items();
            default -> List.of(value);
        };
    }

    /// The same, when all are texts and there is one at least; empty otherwise.
    static Optional<List<String>> texts(@Nullable Value value) {
        List<String> texts = new ArrayList<>();
        for (Value one : several(value)) {
            if (!(one instanceof Value.Text text)) {
                return Optional.empty();
            }
            texts.add(text.text());
        }
        return texts.isEmpty() ? Optional.empty() : Optional.of(texts);
    }

    /// The same of what conditions compare with: texts, numbers and flags, as they are written.
    static Optional<List<String>> scalars(@Nullable Value value) {
        List<String> texts = new ArrayList<>();
        for (Value one : several(value)) {
            switch (one) {
                case Value.Text text -> texts.add(text.text());
                case Value.Number number -> texts.add(number.literal());
                case Value.Flag flag -> texts.add(Boolean.toString(flag.value()));
                case Value.Nothing nothing -> {
                    return Optional.empty();
                }
                case Value.Items items -> {
                    return Optional.empty();
                }
                case Value.Fields fields -> {
                    return Optional.empty();
                }
            }
        }
        return texts.isEmpty() ? Optional.empty() : Optional.of(texts);
    }
}
