package dev.countersign.challenge;

/// How browsers reach this installation: `https://mfa.example.com`, without a slash at the end; empty when nobody
/// said. It is asked for each time, since a dev world knows its port only once it listens.
@FunctionalInterface
public interface PublicAddress {
    /// The address.
    String get();
}
