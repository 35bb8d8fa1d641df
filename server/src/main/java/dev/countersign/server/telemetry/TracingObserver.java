package dev.countersign.server.telemetry;

import dev.countersign.gateway.Observer;
import dev.countersign.value.RequestId;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;

/// Writes into the span of a request what was answered, and passes it on.
public final class TracingObserver implements Observer {
    private final Observer next;

    /// @param next who else hears of it
    public TracingObserver(Observer next) {
        this.next = next;
    }

    @Override
    public void answered(String dialect, String action, String code, String kind) {
        Span span = Span.current();
        if (!action.isEmpty()) {
            span.updateName(action);
            span.setAttribute("countersign.action", action);
        }
        span.setAttribute("countersign.dialect", dialect);
        span.setAttribute("countersign.code", code);
        span.setAttribute("countersign.kind", kind);
        next.answered(dialect, action, code, kind);
    }

    /// The exception's kind alone: its text can hold a number.
    @Override
    public void fault(RequestId id, RuntimeException cause) {
        Span.current().setStatus(StatusCode.ERROR);
        Span.current().setAttribute("error.type", cause.getClass().getName());
        next.fault(id, cause);
    }

    /// Writes the id of a request into its span.
    ///
    /// @return the id
    public static RequestId named(RequestId id) {
        Span.current().setAttribute("countersign.request_id", id.text());
        return id;
    }
}
