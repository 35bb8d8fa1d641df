package dev.countersign.server;

import dev.countersign.delivery.smpp.SmppWatch;
import java.time.Duration;
import java.util.function.Consumer;

/// Writes down what becomes of a carrier's SMPP sessions.
///
/// @param carrier its name
/// @param log takes the lines
record SessionLog(String carrier, Consumer<String> log) implements SmppWatch {
    @Override
    public void bound(int session) {
        log.accept("carrier " + carrier + ": session " + session + " is bound");
    }

    @Override
    public void lost(int session, String reason, Duration again) {
        log.accept("carrier " + carrier + ": session " + session + " is not bound: " + reason
                + (again.isZero() ? "" : "; again in " + again.toMillis() + " ms"));
    }

    /// Throttling is an everyday matter, and shows in the metrics.
    @Override
    public void throttled(Duration pause) {}

    @Override
    public void unreadable() {
        log.accept("carrier " + carrier + ": a receipt can't be read, and is dropped");
    }

    @Override
    public void notKept(String reason) {
        log.accept("carrier " + carrier + ": a receipt could not be kept, and is asked for again: " + reason);
    }
}
