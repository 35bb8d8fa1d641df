package dev.countersign.seal;

import dev.countersign.value.Bytes;
import java.security.SecureRandom;

/// The installation's data keys, 32 bytes each: one per use, so that one use can't stand in for another.
///
/// @param seal what sealing keys are derived from, per day
/// @param lookup what finds sealed values again
/// @param audit what chains the audit
/// @param proof what wraps the keys that sign proofs
/// @param cursor what seals paging cursors
public record DataKeys(Bytes seal, Bytes lookup, Bytes audit, Bytes proof, Bytes cursor) {
    /// Fresh ones.
    public static DataKeys generate(SecureRandom random) {
        return new DataKeys(key(random), key(random), key(random), key(random), key(random));
    }

    private static Bytes key(SecureRandom random) {
        byte[] key = new byte[MasterKey.LENGTH];
        random.nextBytes(key);
        return Bytes.of(key);
    }

    /// Never the keys.
    @Override
    public String toString() {
        return "DataKeys(******)";
    }
}
