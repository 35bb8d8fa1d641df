package dev.countersign.server.telemetry;

import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.server.http.Site;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;

/// Answers each request within a span.
public final class TracedSite implements Site {
    private final Site inner;
    private final Traces traces;

    /// @param inner what answers
    /// @param traces where spans go
    public TracedSite(Site inner, Traces traces) {
        this.inner = inner;
        this.traces = traces;
    }

    @Override
    public boolean serves(Request request) {
        return inner.serves(request);
    }

    @Override
    public Response answer(Request request) {
        Span span =
                traces.request(request.headers()).setSpanKind(SpanKind.SERVER).startSpan();
        try {
            Response response = Context.current()
                    .with(span)
                    .wrapSupplier(() -> inner.answer(request))
                    .get();
            span.setAttribute("http.response.status_code", response.status());
            return response;
        } finally {
            span.end();
        }
    }
}
