package dev.countersign.proof;

import java.util.List;

/// Keeps the keys that sign proofs, their private halves sealed.
public interface ProofKeyStore {
    /// All of them, the newest first.
    List<ProofKey> all();

    /// Keeps a key if there is none yet.
    ///
    /// @return all of them after that: of several processes' first keys, one is kept
    List<ProofKey> allOrFirst(ProofKey first);

    /// Keeps one more key.
    void add(ProofKey key);
}
