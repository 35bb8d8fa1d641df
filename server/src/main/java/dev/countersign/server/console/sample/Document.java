package dev.countersign.server.console.sample;

import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Value;
import java.util.Map;

/// JSON over several lines, as people read it.
public final class Document {
    private static final String STEP = "  ";

    private Document() {}

    /// The text of a value.
    public static String of(Value value) {
        StringBuilder text = new StringBuilder();
        write(value, "\n", text);
        return text.toString();
    }

    private static void write(Value value, String line, StringBuilder text) {
        switch (value) {
            case Value.Fields fields
            when !fields.fields().isEmpty() -> {
                String between = "{";
                for (Map.Entry<String, Value> field : fields.fields().entrySet()) {
                    text.append(between).append(line).append(STEP);
                    text.append(Json.write(Value.text(field.getKey())).toUtf8()).append(": ");
                    write(field.getValue(), line + STEP, text);
                    between = ",";
                }
                text.append(line).append('}');
            }
            case Value.Items items
            when !items.items().isEmpty() -> {
                String between = "[";
                for (Value item : items.items()) {
                    text.append(between).append(line).append(STEP);
                    write(item, line + STEP, text);
                    between = ",";
                }
                text.append(line).append(']');
            }
            case Value.Fields fields -> text.append("{}");
            case Value.Items items -> text.append("[]");
            case Value.Text one -> text.append(Json.write(one).toUtf8());
            case Value.Number one -> text.append(one.literal());
            case Value.Flag one -> text.append(one.value());
            case Value.Nothing nothing -> text.append("null");
        }
    }
}
