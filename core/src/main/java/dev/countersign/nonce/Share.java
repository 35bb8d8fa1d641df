package dev.countersign.nonce;

import java.util.concurrent.atomic.AtomicInteger;

/// How many live nonces are one tenant's.
///
/// @param tenant whose
/// @param held how many
record Share(long tenant, AtomicInteger held) {
    Share(long tenant) {
        this(tenant, new AtomicInteger());
    }
}
