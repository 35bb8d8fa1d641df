package dev.countersign.server.console.inbox;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A form that was sent and refused, to be shown again as it was typed.
///
/// @param tool whose form it was; nothing when none was sent
/// @param values what was typed, by field
/// @param wrong the field that something is wrong with; empty for none
/// @param why what is wrong with it
public record Typed(Optional<Tool> tool, Map<String, String> values, String wrong, String why) {
    /// No form was sent.
    static Typed nothing() {
        return new Typed(Optional.empty(), Map.of(), "", "");
    }

    /// What stands in a field.
    public String value(Tool form, String field) {
        return tool.filter(form::equals)
                .map(sent -> values.getOrDefault(field, ""))
                .orElse("");
    }

    /// What is wrong with a field; empty for nothing.
    public String wrong(Tool form, String field) {
        return tool.filter(form::equals).isPresent() && wrong.equals(field) ? why : "";
    }

    /// Whether one of these was refused.
    public boolean refused(Tool... forms) {
        return Stream.of(forms).anyMatch(form -> tool.filter(form::equals).isPresent());
    }
}
