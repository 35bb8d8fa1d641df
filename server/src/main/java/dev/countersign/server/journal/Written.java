package dev.countersign.server.journal;

import dev.countersign.gateway.Outcome;
import dev.countersign.gateway.wire.Value;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// An entry as JSON. What is not known is left out.
public final class Written {
    private Written() {}

    /// The members of an entry.
    public static Value.Fields of(Entry entry) {
        Outcome outcome = entry.outcome();
        Outcome.Called called = outcome.called();
        Value.Fields fields = Value.Fields.none()
                .plus("id", Value.text(entry.id().text()))
                .plus("at", Value.text(entry.came().at().toString()))
                .plus("method", Value.text(entry.came().method()))
                .plus("source", Value.text(entry.came().source()))
                .plus(
                        "tookMicros",
                        Value.number(TimeUnit.NANOSECONDS.toMicros(entry.took().toNanos())))
                .plus("status", Value.number(outcome.status()));
        fields = with(fields, "dialect", called.dialect());
        fields = with(fields, "product", called.product());
        fields = with(fields, "action", called.action());
        fields = with(fields, "version", called.version());
        fields = with(fields, "keyId", called.keyId());
        fields = with(fields, "code", outcome.code());
        Optional<Outcome.Refusing> refused = outcome.refused();
        if (refused.isPresent()) {
            fields = with(fields, "check", refused.get().check().word());
            fields = with(fields, "why", refused.get().why());
            fields = with(fields, "about", refused.get().about());
        }
        if (outcome.signed().isPresent()) {
            fields = with(fields, "canonicalRequest", outcome.signed().get().canonicalRequest());
            fields = with(fields, "stringToSign", outcome.signed().get().stringToSign());
        }
        return fields;
    }

    /// Why there is no entry: how far the journal reaches back.
    public static String missing(Reach reach) {
        return "no request of this id is in the journal; it holds " + reach.entries() + " of at most " + reach.most()
                + " requests and reaches back to " + reach.since();
    }

    private static Value.Fields with(Value.Fields fields, String name, String text) {
        return text.isEmpty() ? fields : fields.plus(name, Value.text(text));
    }
}
