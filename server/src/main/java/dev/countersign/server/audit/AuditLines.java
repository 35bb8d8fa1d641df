package dev.countersign.server.audit;

import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Value;
import dev.countersign.store.AuditRow;
import java.util.LinkedHashMap;
import java.util.Map;

/// Audit entries as JSON, one a line, for whatever collects them.
public final class AuditLines {
    private AuditLines() {}

    /// The line of an entry, without its end.
    public static String line(AuditRow row) {
        Map<String, Value> facts = new LinkedHashMap<>();
        row.named().forEach((name, value) -> facts.put(name, Value.text(value)));
        return Json.write(Value.Fields.none()
                        .plus("seq", Value.number(row.seq()))
                        .plus("at", Value.text(row.at().toString()))
                        .plus("tenant", Value.number(row.tenant()))
                        .plus("actor", Value.number(row.actor()))
                        .plus("key", Value.text(row.key()))
                        .plus("source", Value.text(row.source()))
                        .plus("request", Value.text(row.request()))
                        .plus("event", Value.text(row.event()))
                        .plus("subject", Value.text(row.subject()))
                        .plus("facts", new Value.Fields(facts)))
                .toUtf8();
    }
}
