package dev.countersign.server.console.explorer;

import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Value;
import dev.countersign.refusal.Refused;
import dev.countersign.value.Bytes;
import java.util.Optional;

/// JSON as people type it, and as whoever answers writes it.
public final class JsonText {
    private JsonText() {}

    /// Reads what was typed or answered; empty when it is no JSON.
    public static Optional<Value> read(String text) {
        try {
            return Optional.of(Json.read(Bytes.utf8(text), "text"));
        } catch (Refused noJson) {
            return Optional.empty();
        }
    }
}
