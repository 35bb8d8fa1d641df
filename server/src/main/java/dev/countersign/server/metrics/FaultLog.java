package dev.countersign.server.metrics;

import dev.countersign.gateway.Observer;
import dev.countersign.server.http.HttpMeter;
import dev.countersign.value.RequestId;
import java.time.Duration;
import java.util.function.Consumer;

/// Writes faults down, each with its request id, before it passes everything on. A line holds the kinds of the
/// exceptions and where they came from, never their texts: a driver's text can hold a number or an address.
public final class FaultLog implements Observer, HttpMeter {
    private static final int FRAMES = 12;
    private static final int CAUSES = 4;

    private final Metrics metrics;
    private final Consumer<String> log;

    /// @param metrics what else hears of it
    /// @param log takes the lines
    public FaultLog(Metrics metrics, Consumer<String> log) {
        this.metrics = metrics;
        this.log = log;
    }

    @Override
    public void answered(String dialect, String action, String code, String kind) {
        metrics.answered(dialect, action, code, kind);
    }

    @Override
    public void fault(RequestId id, RuntimeException cause) {
        log.accept("fault in request " + id.text() + ": " + trace(cause));
        metrics.fault(id, cause);
    }

    @Override
    public void answered(int status, Duration took) {
        metrics.answered(status, took);
    }

    @Override
    public void failed(RuntimeException fault) {
        log.accept("fault: " + trace(fault));
        metrics.failed(fault);
    }

    /// A fault outside of any request: the courier's, the purge's.
    ///
    /// @param where which part it was
    public void background(String where, RuntimeException fault) {
        log.accept("fault in the " + where + ": " + trace(fault));
        metrics.failed(fault);
    }

    private static String trace(Throwable fault) {
        StringBuilder line = new StringBuilder();
        Throwable cause = fault;
        for (int depth = 0; cause != null && depth < CAUSES; depth++, cause = cause.getCause()) {
            line.append(depth == 0 ? "" : " caused by ").append(cause.getClass().getName());
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                line.append(i == 0 ? " at " : " < ").append(frames[i]);
            }
        }
        return line.toString();
    }
}
