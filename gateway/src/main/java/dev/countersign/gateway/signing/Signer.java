package dev.countersign.gateway.signing;

/// Signs calls as a client of one scheme does.
@FunctionalInterface
public interface Signer {
    /// The call as it is sent, with how its signature came about.
    Signed sign(Outgoing call, SigningKey key);
}
