package dev.countersign.server.cli;

import dev.countersign.gateway.wire.Value;
import dev.countersign.server.config.Nearest;
import dev.countersign.server.console.explorer.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes the parameters of a call of what was typed: `Name=Value`, each as the action's own type where it fits. What
/// does not fit is sent as text, for the wire to refuse in its own words.
///
/// @param fields what is sent
/// @param doubts what looks like a slip, to be said before the answer
record CallParameters(Value.Fields fields, List<String> doubts) {
    private static final int LETTERS = 3;

    /// @throws IllegalArgumentException when something typed is no `Name=Value`
    static CallParameters of(KnownAction action, List<String> typed) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        for (String one : typed) {
            int equals = one.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("--param takes Name=Value; this is none: " + one);
            }
            given.computeIfAbsent(one.substring(0, equals), name -> new ArrayList<>())
                    .add(one.substring(equals + 1));
        }
        List<String> doubts = new ArrayList<>();
        Map<String, Object> tree = new LinkedHashMap<>();
        given.forEach((name, values) -> {
            doubt(action, name, values.size()).ifPresent(doubts::add);
            put(tree, name, value(action.parameter(name), values));
        });
        return new CallParameters(fields(tree), doubts);
    }

    private static Optional<String> doubt(KnownAction action, String name, int times) {
        Optional<KnownAction.Parameter> known = action.parameter(name);
        if (known.isPresent()) {
            return times > 1 && !known.get().list()
                    ? Optional.of(name + " was given " + times + " times, and is no list: the last one is sent")
                    : Optional.empty();
        }
        String near = new Nearest(action.parameters().stream()
                        .map(KnownAction.Parameter::path)
                        .toList())
                .to(name, LETTERS)
                .map(one -> "; did you mean " + one + "?")
                .orElse(".");
        return Optional.of(action.name() + " has no parameter " + name + near + " It is sent as typed");
    }

    private static Value value(Optional<KnownAction.Parameter> known, List<String> texts) {
        String last = texts.getLast();
        if (known.isEmpty()) {
            return Value.text(last);
        }
        KnownAction.Parameter parameter = known.get();
        if (!parameter.list()) {
            return one(parameter.type(), last);
        }
        return texts.size() == 1 && last.strip().startsWith("[")
                ? json(last)
                : new Value.Items(
                        texts.stream().map(text -> one(parameter.type(), text)).toList());
    }

    private static Value one(String type, String text) {
        return switch (type) {
            case "integer" -> text.matches("-?[0-9]{1,30}") ? new Value.Number(text) : Value.text(text);
            case "boolean" -> text.matches("true|false") ? new Value.Flag(text.equals("true")) : Value.text(text);
            case "object" -> json(text);
            default -> Value.text(text);
        };
    }

    private static Value json(String text) {
        return JsonText.read(text).orElseGet(() -> Value.text(text));
    }

    @SuppressWarnings("unchecked") // the tree holds values and trees of its own kind, and is seen by nobody else
    private static void put(Map<String, Object> tree, String name, Value value) {
        String[] path = name.split("\\.");
        Map<String, Object> at = tree;
        for (int i = 0; i < path.length - 1; i++) {
            Object inner = at.computeIfAbsent(path[i], absent -> new LinkedHashMap<String, Object>());
            if (!(inner instanceof Map)) {
                throw new IllegalArgumentException(path[i] + " is given as a value and as an object");
            }
            at = (Map<String, Object>) inner;
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
