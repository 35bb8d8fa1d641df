package dev.countersign.server;

import dev.countersign.server.cli.CommandFailed;
import dev.countersign.server.http.HttpListener;
import java.util.List;

/// Opens listeners, all or none.
final class Ports {
    private Ports() {}

    /// Begins to listen.
    ///
    /// @param behind what already works behind them, and is stopped when a port can't be had
    /// @throws CommandFailed when a port can't be had
    static void start(List<HttpListener> listeners, List<? extends AutoCloseable> behind) {
        try {
            listeners.forEach(HttpListener::start);
        } catch (IllegalStateException taken) {
            listeners.forEach(HttpListener::close);
            Countersign.stop(behind);
            throw new CommandFailed(String.valueOf(taken.getMessage()));
        }
    }
}
