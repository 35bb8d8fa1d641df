package dev.countersign.proof;

import dev.countersign.value.Bytes;
import java.time.Instant;

/// A key pair that signs proofs.
///
/// @param id `kid`: its name in proofs and in the set of public keys
/// @param privateKey PKCS 8
/// @param publicKey X.509 SubjectPublicKeyInfo
/// @param createdAt when it was made; the newest signs, older ones still verify
public record ProofKey(String id, Bytes privateKey, Bytes publicKey, Instant createdAt) {
    /// Never the key.
    @Override
    public String toString() {
        return "ProofKey(" + id + ")";
    }
}
