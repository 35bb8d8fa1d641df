package dev.countersign.server.dev;

import dev.countersign.gateway.wire.Value;
import dev.countersign.server.dev.exchange.Asked;
import dev.countersign.server.dev.exchange.DevCall;
import dev.countersign.server.dev.exchange.Query;
import java.util.List;
import java.util.Map;

/// `/dev/returned`: GET shows what a browser brought back from a challenge that no application had opened.
public final class ReturnedCall implements DevCall {
    private static final List<String> NAMES = List.of("challenge", "code", "nonce");

    @Override
    public String path() {
        return ChallengesCall.RETURNED;
    }

    @Override
    public Map<String, Handler> methods() {
        return Map.of("GET", ReturnedCall::shown);
    }

    private static Value shown(Asked asked) {
        Query query = asked.query(NAMES.toArray(String[]::new));
        Value.Fields shown = Value.Fields.none();
        for (String name : NAMES) {
            shown = shown.plus(name, query.value(name).<Value>map(Value::text).orElseGet(Value.Nothing::new));
        }
        return shown;
    }
}
