package dev.countersign.server.console.doctor;

import java.util.List;

/// What the Doctor found in a request that was pasted.
///
/// @param verdict how far it would come
/// @param fits whether the signature was worked out and fits
/// @param suspicions what is likely wrong, each once; the surest first
/// @param sides what was signed, as far as it can be told
/// @param aged how long ago it was signed, in seconds, where it would be refused for that now; else 0
public record Finding(Verdict verdict, boolean fits, List<Suspicion> suspicions, List<Sides> sides, long aged) {
    /// Copies the lists.
    public Finding {
        suspicions = List.copyOf(suspicions);
        sides = List.copyOf(sides);
    }

    /// Something that is wrong.
    ///
    /// @param word which, as `host`: the words `suspicion.host`
    /// @param part what it is about; empty for nothing more
    /// @param sure whether it was tried and makes the signature fit
    public record Suspicion(String word, String part, boolean sure) {}
}
