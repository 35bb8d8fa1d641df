package dev.countersign.server.telemetry;

import dev.countersign.delivery.DeliveryWatch;
import dev.countersign.delivery.Receipt;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/// Makes a span of each hand-over, each receipt and each use of a code, in the trace of the request that the
/// message is of. They are made when they have ended, so that nothing is kept for them.
public final class TracingWatch implements DeliveryWatch {
    private final Traces traces;
    private final InstantSource clock;

    /// @param traces where spans go
    /// @param clock the time that messages have
    public TracingWatch(Traces traces, InstantSource clock) {
        this.traces = traces;
        this.clock = clock;
    }

    @Override
    public void handed(Leg leg, Duration sinceWritten, Duration took) {
        span("hand-over", leg, "handed", took, SpanKind.CLIENT);
    }

    /// A carrier that is busy has done nothing, and may be so a thousand times.
    @Override
    public void busy(Leg leg) {}

    @Override
    public void carrierFault(Leg leg, Duration took) {
        span("hand-over", leg, "carrier-fault", took, SpanKind.CLIENT);
    }

    @Override
    public void destinationFault(Leg leg, Duration took) {
        span("hand-over", leg, "destination-fault", took, SpanKind.CLIENT);
    }

    @Override
    public void receipt(Leg leg, Receipt.State state, Duration sinceHanded) {
        span("receipt", leg, state.name().toLowerCase(Locale.ROOT), sinceHanded, SpanKind.CONSUMER);
    }

    @Override
    public void completed(Leg leg, Duration sinceHanded) {
        span("completion", leg, "used", sinceHanded, SpanKind.INTERNAL);
    }

    @Override
    public void expired(long messages) {}

    @Override
    public void unknown(long receipts) {}

    private void span(String name, Leg leg, String outcome, Duration took, SpanKind kind) {
        Instant end = clock.instant();
        Span span = traces.below(name, leg.trace())
                .setSpanKind(kind)
                .setStartTimestamp(end.minus(took))
                .setAttribute("countersign.message", leg.message())
                .setAttribute("countersign.carrier", leg.carrier())
                .setAttribute("countersign.route", leg.route())
                .setAttribute("countersign.channel", leg.channel().word())
                .setAttribute("countersign.country", leg.country())
                .setAttribute("countersign.outcome", outcome)
                .startSpan();
        if (outcome.endsWith("-fault")) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end(end);
    }
}
