package dev.countersign.store;

import dev.countersign.value.Bytes;
import java.time.Instant;

/// A checkpoint says how far the audit went at a time. Kept elsewhere than the store, it shows a cut at the end.
///
/// @param link the last link's number
/// @param at when the checkpoint was made
/// @param hash the link's hash
/// @param seal proves that this installation made the checkpoint
public record AuditCheckpoint(long link, Instant at, Bytes hash, Bytes seal) {
    static AuditCheckpoint of(AuditHashes hashes, AuditLinks.Link link, Instant at) {
        return new AuditCheckpoint(link.number(), at, link.hash(), seal(hashes, link.number(), at, link.hash()));
    }

    boolean genuine(AuditHashes hashes) {
        return seal.equalsInConstantTime(seal(hashes, link, at, hash));
    }

    private static Bytes seal(AuditHashes hashes, long link, Instant at, Bytes hash) {
        return hashes.statement("checkpoint", link, at.toEpochMilli(), hash);
    }
}
