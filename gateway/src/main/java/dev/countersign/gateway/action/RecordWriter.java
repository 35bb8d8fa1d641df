package dev.countersign.gateway.action;

import dev.countersign.gateway.action.RecordShape.Member;
import dev.countersign.gateway.dialect.Naming;
import dev.countersign.gateway.wire.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Turns an action's response record into neutral values.
public final class RecordWriter {
    private final Naming naming;
    private final Map<Class<? extends Record>, RecordShape> shapes = new ConcurrentHashMap<>();

    /// @param naming how components are named on the wire
    public RecordWriter(Naming naming) {
        this.naming = naming;
    }

    /// Writes a record. An absent value is null on the wire unless its field says that it is left out.
    public Value.Fields write(Record answer) {
        RecordShape shape = shapes.computeIfAbsent(answer.getClass(), type -> RecordShape.of(type, naming));
        Map<String, Value> fields = new LinkedHashMap<>();
        for (Member member : shape.members()) {
            Object value = read(member, answer);
            if (value != null || !member.field().omitted()) {
                fields.put(member.name(), value(value));
            }
        }
        return new Value.Fields(fields);
    }

    private Value value(@Nullable Object value) {
        return switch (value) {
            case null -> new Value.Nothing();
            case String text -> Value.text(text);
            case Long number -> Value.number(number);
            case Boolean flag -> new Value.Flag(flag);
            case Record object -> write(object);
            case List<?> list -> {
                List<Value> items = new ArrayList<>(list.size());
                list.forEach(item -> items.add(value(item)));
                yield new Value.Items(items);
            }
            default -> throw new IllegalStateException("a type that no wire has: " + value.getClass());
        };
    }

    private static @Nullable Object read(Member member, Record answer) {
        try {
            return member.accessor().invoke(answer);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("could not read " + member.name(), impossible);
        }
    }
}
