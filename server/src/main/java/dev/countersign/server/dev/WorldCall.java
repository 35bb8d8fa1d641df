package dev.countersign.server.dev;

import dev.countersign.gateway.wire.Value;
import dev.countersign.server.dev.DevWorld.Household;
import dev.countersign.server.dev.DevWorld.Inhabitant;
import dev.countersign.server.dev.exchange.Asked;
import dev.countersign.server.dev.exchange.DevCall;
import dev.countersign.tenant.AccessKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// `/dev/world`: the tenants, users and keys that every dev world begins with, secrets included. It is the
/// fixed table, not what became of it.
public final class WorldCall implements DevCall {
    @Override
    public String path() {
        return "/dev/world";
    }

    @Override
    public Map<String, Handler> methods() {
        return Map.of("GET", this::read);
    }

    private Value read(Asked asked) {
        asked.query();
        return world();
    }

    /// The table.
    static Value world() {
        return Value.Fields.none()
                .plus(
                        "tenants",
                        new Value.Items(DevWorld.households().stream()
                                .map(WorldCall::household)
                                .toList()))
                .plus("apiKey", Value.text(DevWorld.API_KEY));
    }

    private static Value household(Household one) {
        Value.Fields fields = Value.Fields.none()
                .plus("name", Value.text(one.tenant().name()))
                .plus("uin", Value.number(one.tenant().id()))
                .plus("accountId", Value.text(one.tenant().accountId()))
                .plus("products", texts(one.tenant().products()))
                .plus("spaces", texts(one.spaces()))
                .plus("keys", keys(one.rootKey()))
                .plus(
                        "users",
                        new Value.Items(
                                one.users().stream().map(WorldCall::inhabitant).toList()));
        return one.tenant().id() == DevWorld.DEV ? besides(fields) : fields;
    }

    /// What only tenant `dev` has.
    private static Value.Fields besides(Value.Fields fields) {
        Value.Fields operator = Value.Fields.none()
                .plus("name", Value.text(DevWorld.OPERATOR))
                .plus("assumedBy", texts(List.of("alice")));
        return fields.plus("roles", new Value.Items(List.of(operator)))
                .plus("customPage", Value.text(DevWorld.CUSTOM_PAGE))
                .plus("apiKey", Value.text(DevWorld.API_KEY));
    }

    private static Value inhabitant(Inhabitant one) {
        return Users.written(one.user(), one.everything()).plus("keys", keys(one.key()));
    }

    private static Value keys(AccessKey key) {
        return new Value.Items(List.of(Value.Fields.none()
                .plus("id", Value.text(key.id()))
                .plus("secret", Value.text(key.secret().reveal()))));
    }

    private static Value texts(Collection<String> words) {
        return new Value.Items(words.stream().sorted().<Value>map(Value::text).toList());
    }
}
