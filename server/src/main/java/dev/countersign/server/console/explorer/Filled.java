package dev.countersign.server.console.explorer;

import dev.countersign.gateway.action.RecordShape.Kind;
import dev.countersign.gateway.wire.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A form as it was filled. Only what can't be sent at all is wrong here; the rest is for the wire to refuse.
///
/// @param parameters what is sent; fields that were left empty are not
/// @param wrong what is wrong, as a key of the words, by the field's path
record Filled(Value.Fields parameters, Map<String, String> wrong) {
    static Filled of(List<Row> rows, Map<String, String> typed) {
        Map<String, Object> tree = new LinkedHashMap<>();
        Map<String, String> wrong = new HashMap<>();
        for (Row row : rows) {
            String text = typed.getOrDefault(row.path(), "");
            if (text.isEmpty()) {
                continue;
            }
            Optional<Value> value = row.member().list()
                    ? items(row, text)
                    : Optional.of(Row.typed(row.member().kind(), text));
            if (value.isPresent()) {
                put(tree, row.path().split("\\."), value.get());
            } else {
                wrong.put(row.path(), row.member().kind() == Kind.OBJECT ? "wrong.objects" : "wrong.list");
            }
        }
        return new Filled(fields(tree), wrong);
    }

    /// A JSON array, or one item a line.
    private static Optional<Value> items(Row row, String text) {
        if (text.strip().startsWith("[") || row.member().kind() == Kind.OBJECT) {
            return JsonText.read(text).filter(Value.Items.class::isInstance);
        }
        return Optional.of(new Value.Items(text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> Row.typed(row.member().kind(), line))
                .toList()));
    }

    @SuppressWarnings("unchecked") // the tree holds values and trees of its own kind, and is seen by nobody else
    private static void put(Map<String, Object> tree, String[] path, Value value) {
        Map<String, Object> at = tree;
        for (int i = 0; i < path.length - 1; i++) {
            at = (Map<String, Object>) at.computeIfAbsent(path[i], name -> new LinkedHashMap<String, Object>());
        }
        at.put(path[path.length - 1], value);
    }

    private static Value.Fields fields(Map<?, ?> tree) {
        Map<String, Value> fields = new LinkedHashMap<>();
        tree.forEach((name, value) ->
                fields.put(name.toString(), value instanceof Map<?, ?> inner ? fields(inner) : (Value) value));
        return new Value.Fields(fields);
    }
}
