package dev.countersign.server.dev;

/// Keeps the virtual clock's offset in the data directory.
public interface OffsetStore {
    /// The offset in milliseconds; 0 when none was kept.
    long read();

    /// Keeps an offset in milliseconds. It is durable when this returns.
    void write(long millis);
}
