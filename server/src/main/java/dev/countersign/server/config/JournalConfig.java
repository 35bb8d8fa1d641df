package dev.countersign.server.config;

import dev.countersign.server.journal.Bounds;

/// How much is remembered of requests, to explain their ids.
///
/// @param entries requests, at the most
/// @param bytes memory, at the most
@Area(
        value = "journal",
        doc =
                "What became of the latest requests, in memory, so that a request id can be explained: names, status, code"
                        + " and the check that refused; no body, parameter, secret or number.")
public record JournalConfig(
        @Key(doc = "How many requests are remembered at the most, 100 to 100,000.", example = "50000")
        int entries,

        @Key(doc = "How many bytes of memory they may take, 100,000 to 1,000,000,000.", example = "32000000")
        int bytes)
        implements Checked {
    @Override
    public void check() {
        bounds();
    }

    /// The defaults.
    public static JournalConfig standard() {
        return new JournalConfig(20_000, 16_000_000);
    }

    /// What the journal goes by.
    ///
    /// @throws IllegalArgumentException for a number out of its range
    public Bounds bounds() {
        return new Bounds(entries, bytes);
    }
}
