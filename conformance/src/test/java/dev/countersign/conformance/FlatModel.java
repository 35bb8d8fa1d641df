package dev.countersign.conformance;

import com.tencentcloudapi.common.AbstractModel;
import dev.countersign.gateway.wire.Value;
import java.util.HashMap;
import java.util.Map;

/// Parameters as the SDK's generated models flatten them for queries and forms: `A.B`, `A.0`.
final class FlatModel extends AbstractModel {
    private final Map<String, Value> parameters;

    FlatModel(Map<String, Value> parameters) {
        this.parameters = parameters;
    }

    @Override
    @SuppressWarnings("NonApiType") // the SDK's own signature
    protected void toMap(HashMap<String, String> map, String prefix) {
        parameters.forEach((name, value) -> flatten(map, prefix + name, value));
    }

    private static void flatten(Map<String, String> map, String name, Value value) {
        switch (value) {
            case Value.Text text -> map.put(name, text.text());
            case Value.Number number -> map.put(name, number.literal());
            case Value.Flag flag -> map.put(name, Boolean.toString(flag.value()));
            case Value.Nothing nothing -> {}
            case Value.Items items -> {
                for (int i = 0; i < items.items().size(); i++) {
                    flatten(map, name + "." + i, items.items().get(i));
                }
            }
            case Value.Fields fields ->
                fields.fields().forEach((member, inner) -> flatten(map, name + "." + member, inner));
        }
    }
}
