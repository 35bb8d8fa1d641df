package dev.countersign.server.cli;

import java.util.List;

/// A program that runs.
public interface Running extends AutoCloseable {
    /// Where it is reached, as `http://127.0.0.1:7300`.
    String endpoint();

    /// Reads again what may change while it runs: the TLS files, and of the configuration carriers, routes
    /// and templates.
    /// What can't be used changes nothing.
    ///
    /// @return what was done and what was not, a line each
    List<String> reload();

    /// Stops: accepts nothing more, lets what runs come to its end, closes the store.
    @Override
    void close();
}
