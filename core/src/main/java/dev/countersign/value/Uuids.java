package dev.countersign.value;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// UUIDs made from given randomness (and time), so that tests can repeat them.
public final class Uuids {
    private Uuids() {}

    /// A random UUID, RFC 9562 version 4.
    public static UUID random(RandomGenerator random) {
        // At once: a cryptographic generator takes as long for four bytes as for all of them.
        byte[] drawn = new byte[2 * Long.BYTES];
        random.nextBytes(drawn);
        ByteBuffer bytes = ByteBuffer.wrap(drawn);
        long high = (bytes.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
        long low = (bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /// A UUID that sorts by time, RFC 9562 version 7: rows made together stand together in an index.
    ///
    /// @param at the time it carries, to the millisecond
    public static UUID timed(Instant at, RandomGenerator random) {
        long high = (at.toEpochMilli() << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
