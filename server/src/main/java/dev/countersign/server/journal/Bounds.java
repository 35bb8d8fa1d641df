package dev.countersign.server.journal;

/// How much a journal holds.
///
/// @param entries requests, at the most; a look-up goes through them while others wait to be taken down
/// @param bytes memory, at the most; it is taken as it is needed
public record Bounds(int entries, int bytes) {
    private static final int LEAST_ENTRIES = 100;
    private static final int MOST_ENTRIES = 100_000;
    private static final int LEAST_BYTES = 100_000;
    private static final int MOST_BYTES = 1_000_000_000;

    /// @throws IllegalArgumentException for fewer than 100 entries or 100,000 bytes and for more than 100,000
    ///     or 1,000,000,000
    public Bounds {
        if (entries < LEAST_ENTRIES || entries > MOST_ENTRIES) {
            throw new IllegalArgumentException("journal.entries must be 100 to 100000");
        }
        if (bytes < LEAST_BYTES || bytes > MOST_BYTES) {
            throw new IllegalArgumentException("journal.bytes must be 100000 to 1000000000");
        }
    }
}
