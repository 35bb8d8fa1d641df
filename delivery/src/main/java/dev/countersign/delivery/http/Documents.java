package dev.countersign.delivery.http;

import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Value;
import dev.countersign.refusal.Refused;
import dev.countersign.value.Bytes;
import java.util.List;
import java.util.Optional;

/// Reads what another party or a configuration wrote. What can't be read is nothing, and nobody's refusal: no
/// call of ours brought it.
final class Documents {
    private Documents() {}

    /// A JSON document.
    static Optional<Value> json(Bytes document) {
        try {
            return Optional.of(Json.read(document, "application/json"));
        } catch (Refused broken) {
            return Optional.empty();
        }
    }

    /// The pairs of a form or query.
    static Optional<List<Form.Pair>> form(Bytes document) {
        try {
            return Optional.of(Form.read(document));
        } catch (Refused broken) {
            return Optional.empty();
        }
    }
}
