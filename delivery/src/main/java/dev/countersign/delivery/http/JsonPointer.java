package dev.countersign.delivery.http;

import dev.countersign.gateway.wire.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A place in a JSON document, as RFC 6901 writes it: `/Response/SendStatusSet/0/Code`.
///
/// @param steps names and indexes, from the outside in
public record JsonPointer(List<String> steps) {
    private static final Pattern FORM = Pattern.compile("(/([^~/]|~[01])*)*");
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,5}");

    /// Copies the steps.
    public JsonPointer {
        steps = List.copyOf(steps);
    }

    /// Reads one. The empty text is the whole document.
    ///
    /// @throws IllegalArgumentException when it does not begin with `/`, or has a `~` that escapes nothing
    public static JsonPointer of(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("a JSON pointer begins with / and writes ~ as ~0: " + text);
        }
        return text.isEmpty()
                ? new JsonPointer(List.of())
                : new JsonPointer(Stream.of(text.substring(1).split("/", -1))
                        .map(step -> step.replace("~1", "/").replace("~0", "~"))
                        .toList());
    }

    /// The value at this place; empty when the document has none.
    Optional<Value> in(Value document) {
        Value here = document;
        for (String step : steps) {
            Optional<Value> next = step(here, step);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            here = next.get();
        }
        return Optional.of(here);
    }

    /// The text, number or flag at this place as it is written; empty for anything else, and for an empty
    /// text.
    Optional<String> textIn(Value document) {
        return in(document)
                .flatMap(value -> switch (value) {
                    case Value.Text text -> Optional.of(text.text());
                    case Value.Number number -> Optional.of(number.literal());
                    case Value.Flag flag -> Optional.of(Boolean.toString(flag.value()));
                    case Value.Nothing nothing -> Optional.empty();
                    case Value.Items items -> Optional.empty();
                    case Value.Fields fields -> Optional.empty();
                })
                .filter(text -> !text.isEmpty());
    }

    private static Optional<Value> step(Value here, String step) {
        return switch (here) {
            case Value.Fields fields -> Optional.ofNullable(fields.fields().get(step));
            case Value.Items items ->
                INDEX.matcher(step).matches()
                                && Integer.parseInt(step) < items.items().size()
                        ? Optional.of(items.items().get(Integer.parseInt(step)))
                        : Optional.empty();
            case Value.Text text -> Optional.empty();
            case Value.Number number -> Optional.empty();
            case Value.Flag flag -> Optional.empty();
            case Value.Nothing nothing -> Optional.empty();
        };
    }
}
