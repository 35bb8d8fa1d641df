package dev.countersign.gateway.publish;

import dev.countersign.gateway.action.RecordShape;
import dev.countersign.gateway.action.RecordShape.Member;
import dev.countersign.gateway.wire.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// JSON schemas (draft 2020-12, as OpenAPI 3.1 has them) of records.
final class OpenApiSchemas {
    private OpenApiSchemas() {}

    static Value reference(String schema) {
        return Tree.object("$ref", Value.text("#/components/schemas/" + schema));
    }

    /// The schema of an object.
    ///
    /// @param request whether other members are refused
    static Value object(List<Member> members, boolean request) {
        Map<String, Value> properties = new LinkedHashMap<>();
        members.forEach(member -> properties.put(member.name(), described(member)));
        Map<String, Value> schema = new LinkedHashMap<>();
        schema.put("type", Value.text("object"));
        schema.put("properties", new Value.Fields(properties));
        schema.put(
                "required",
                Tree.texts(members.stream()
                        .filter(member -> !member.optional()
                                || (!request && !member.field().omitted()))
                        .map(Member::name)
                        .toList()));
        if (request) {
            schema.put("additionalProperties", new Value.Flag(false));
        }
        return new Value.Fields(schema);
    }

    private static Value described(Member member) {
        return member(member).plus("description", Value.text(member.field().doc()));
    }

    /// The schema of a parameter or member.
    static Value.Fields member(Member member) {
        Value.Fields item = single(member);
        return member.list() ? Tree.object("type", Value.text("array"), "items", item) : item;
    }

    private static Value.Fields single(Member member) {
        RecordShape object = member.object();
        if (object != null && object(object.members(), true) instanceof Value.Fields fields) {
            return fields;
        }
        Map<String, Value> schema = new LinkedHashMap<>();
        schema.put("type", Value.text(member.kind().word()));
        if (member.kind() == RecordShape.Kind.WHOLE) {
            schema.put("format", Value.text("int64"));
        }
        if (member.field().secret()) {
            schema.put("format", Value.text("password"));
        }
        if (member.pattern() != null) {
            schema.put("pattern", Value.text("^(?:" + member.field().pattern() + ")$"));
        }
        if (!member.field().example().isEmpty()) {
            schema.put("examples", Tree.items(example(member)));
        }
        return new Value.Fields(schema);
    }

    private static Value example(Member member) {
        String example = member.field().example();
        return switch (member.kind()) {
            case WHOLE -> new Value.Number(example);
            case FLAG -> new Value.Flag(Boolean.parseBoolean(example));
            case TEXT, OBJECT, LIST -> Value.text(example);
        };
    }
}
