package dev.countersign.server.config;

/// An area whose values must fit together in a way that only the core knows.
interface Checked {
    /// Checks them.
    ///
    /// @throws IllegalArgumentException saying which rule they break
    void check();
}
