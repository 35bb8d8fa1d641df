package dev.countersign.server;

import dev.countersign.server.metrics.Metrics;
import dev.countersign.verification.Watch;

/// Tells the operator of attacks: by a line in the log, and by the metrics.
final class Alarms implements Watch {
    private final Metrics metrics;

    /// @param metrics counts them
    Alarms(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void spraying(long callerUin) {
        Logging.warn("caller " + callerUin + " mostly guesses codes, and waits now");
        metrics.spraying(callerUin);
    }

    @Override
    public void disabled(long uin, String authenticator) {
        Logging.warn("the " + authenticator + " of principal " + uin
                + " was disabled after too many wrong codes; \"countersign unlock\" lifts it");
        metrics.disabled(uin, authenticator);
    }

    /// No line: whoever guesses must not fill the log.
    @Override
    public void heldBack() {
        metrics.heldBack();
    }
}
