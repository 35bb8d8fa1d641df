package dev.countersign.server.dev;

/// The whole of what is kept, as one thing that can be emptied.
public interface WorldStore {
    /// Takes everything out but the installation's keys and its saved snapshots, and forgets what was cached of
    /// it. When this returns, nobody sees any of it again.
    void empty();

    /// Forgets what is cached of the store, after its content was exchanged.
    void forgetCached();
}
