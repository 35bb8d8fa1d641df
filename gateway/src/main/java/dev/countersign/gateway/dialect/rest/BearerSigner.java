package dev.countersign.gateway.dialect.rest;

import dev.countersign.gateway.codec.Flat;
import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.signing.Outgoing;
import dev.countersign.gateway.signing.Signed;
import dev.countersign.gateway.signing.Signer;
import dev.countersign.gateway.signing.SigningKey;
import dev.countersign.gateway.wire.Value;
import dev.countersign.value.Bytes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes calls of our own API: nothing is signed, the key is borne.
public final class BearerSigner implements Signer {
    private static final Set<String> BODILESS = Set.of("GET", "HEAD", "DELETE");

    @Override
    public Signed sign(Outgoing call, SigningKey key) {
        Map<String, Value> left = new LinkedHashMap<>(call.parameters().fields());
        String path = call.to().path();
        for (String name : PathTemplate.of(path).parameters()) {
            Value value = left.remove(name);
            path = path.replace("{" + name + "}", value == null ? "" : Form.encoded(text(value)));
        }
        boolean bodiless = BODILESS.contains(call.to().method());
        Value.Fields rest = new Value.Fields(left);
        String query = bodiless ? Form.write(Flat.pairs(rest)) : "";
        List<Map.Entry<String, String>> sent = new ArrayList<>(List.of(
                Map.entry("Host", call.to().host()),
                Map.entry("Authorization", "Bearer " + key.secret().reveal())));
        if (!bodiless) {
            sent.add(Map.entry("Content-Type", "application/json"));
        }
        return new Signed(
                call.to().method(),
                query.isEmpty() ? path : path + "?" + query,
                sent,
                bodiless ? Bytes.none() : Json.write(rest),
                List.of());
    }

    private static String text(Value value) {
        return switch (value) {
            case Value.Text text -> text.text();
            case Value.Number number -> number.literal();
            case Value.Flag flag -> Boolean.toString(flag.value());
            case Value.Nothing nothing -> "";
            case Value.Items items -> Json.write(items).toUtf8();
            case Value.Fields fields -> Json.write(fields).toUtf8();
        };
    }
}
