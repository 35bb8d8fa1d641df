package dev.countersign.proof;

import dev.countersign.value.Secret;
import java.util.Optional;

/// Signs proofs, and tells its own from others'.
public interface ProofSigner {
    /// Signs, with the newest key.
    Secret sign(ProofClaims claims);

    /// Reads a proof that one of our keys signed. Whether it has expired is not looked at.
    ///
    /// @return empty for anything else
    Optional<ProofClaims> verify(String proof);

    /// The public keys, as a JWK set (RFC 7517).
    String publicKeys();
}
