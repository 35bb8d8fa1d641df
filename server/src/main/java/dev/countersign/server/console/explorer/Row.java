package dev.countersign.server.console.explorer;

import dev.countersign.gateway.action.RecordShape;
import dev.countersign.gateway.action.RecordShape.Kind;
import dev.countersign.gateway.action.RecordShape.Member;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A parameter that a form has one field for. Members of an object have one each; a list has one for all of it.
///
/// @param path its name with those of the objects around it, as `Filter.Name`
/// @param member what is published about it
/// @param required whether it, and all around it, must be given
public record Row(String path, Member member, boolean required) {
    /// The fields of a form for these parameters.
    static List<Row> of(RecordShape shape) {
        List<Row> rows = new ArrayList<>();
        collect(shape, "", true, rows);
        return rows;
    }

    private static void collect(RecordShape shape, String prefix, boolean required, List<Row> rows) {
        for (Member member : shape.members()) {
            boolean needed = required && !member.optional();
            RecordShape inner = member.object();
            if (inner != null && !member.list()) {
                collect(inner, prefix + member.name() + ".", needed, rows);
            } else {
                rows.add(new Row(prefix + member.name(), member, needed));
            }
        }
    }

    /// Whether it is typed as several lines.
    public boolean area() {
        return member.list();
    }

    /// Whether it is chosen rather than typed.
    public boolean choice() {
        return member.kind() == Kind.FLAG && !member.list();
    }

    /// The page's example, as it is typed.
    public String example() {
        RecordShape inner = member.object();
        return inner == null || member.field().example().startsWith("[")
                ? member.field().example()
                : Json.write(new Value.Items(List.of(sample(inner)))).toUtf8();
    }

    private static Value.Fields sample(RecordShape shape) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (Member member : shape.members()) {
            RecordShape inner = member.object();
            Value one = inner == null ? typed(member.kind(), member.field().example()) : sample(inner);
            fields.put(member.name(), member.list() ? new Value.Items(List.of(one)) : one);
        }
        return new Value.Fields(fields);
    }

    /// What was typed, as its type. What is none of that type is sent as text, for the wire to refuse.
    static Value typed(Kind kind, String text) {
        return switch (kind) {
            case WHOLE -> text.matches("-?[0-9]{1,30}") ? new Value.Number(text) : Value.text(text);
            case FLAG -> text.matches("true|false") ? new Value.Flag(text.equals("true")) : Value.text(text);
            case TEXT, OBJECT, LIST -> Value.text(text);
        };
    }
}
