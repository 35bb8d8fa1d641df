package dev.countersign.server;

import dev.countersign.delivery.DeliveryWatch;
import dev.countersign.gateway.Observer;
import dev.countersign.server.config.TelemetryConfig;
import dev.countersign.server.http.Site;
import dev.countersign.server.telemetry.TracedSite;
import dev.countersign.server.telemetry.Traces;
import dev.countersign.server.telemetry.TracingObserver;
import dev.countersign.server.telemetry.TracingWatch;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Traces, wired where they are configured; else everything stays as it is.
///
/// @param traces where spans go; empty for nowhere
record Telemetry(Optional<Traces> traces) implements AutoCloseable {
    /// As configured.
    ///
    /// @param environment where secrets may be
    static Telemetry of(TelemetryConfig config, Map<String, String> environment) {
        return new Telemetry(config.otlpEndpoint()
                .map(endpoint -> Traces.to(
                        endpoint,
                        config.otlpAuthorization().map(reference -> reference.resolve(environment)),
                        config.samplePercent())));
    }

    /// Answers within spans.
    Site around(Site site) {
        return traces.<Site>map(to -> new TracedSite(site, to)).orElse(site);
    }

    /// Writes answers into spans.
    Observer around(Observer observer) {
        return traces.<Observer>map(to -> new TracingObserver(observer)).orElse(observer);
    }

    /// Writes request ids into spans.
    Given around(Given given) {
        return traces.isEmpty()
                ? given
                : new Given(
                        given.clock(),
                        given.random(),
                        () -> TracingObserver.named(given.requestIds().get()));
    }

    /// Makes spans of what becomes of messages, too.
    DeliveryWatch beside(DeliveryWatch watch, InstantSource clock) {
        return DeliveryWatch.all(Stream.concat(Stream.of(watch), traces.map(to -> new TracingWatch(to, clock)).stream())
                .toList());
    }

    /// Lets messages remember whose request they are of.
    void follow(Storage storage) {
        if (traces.isPresent()) {
            storage.database().transactions().follow(Traces::here);
        }
    }

    @Override
    public void close() {
        traces.ifPresent(Traces::close);
    }
}
