package dev.countersign.server.cli;

/// A program that runs.
public interface Running extends AutoCloseable {
    /// Where it is reached, as `http://127.0.0.1:7300`.
    String endpoint();

    /// Reads again what may change while it runs: the TLS files.
    ///
    /// @throws IllegalArgumentException when they can't be used; the present ones stay
    void reload();

    /// Stops: accepts nothing more, lets what runs come to its end, closes the store.
    @Override
    void close();
}
