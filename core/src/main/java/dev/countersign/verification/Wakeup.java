package dev.countersign.verification;

/// Tells somebody who waits that there is work.
@FunctionalInterface
public interface Wakeup {
    /// Never blocks; several calls may be taken as one.
    void wake();
}
