package dev.countersign.server.config;

import java.time.Duration;

/// How long data are kept that nobody needs any more.
///
/// @param verifications ended verifications
/// @param messages messages that were handed over, failed or expired
/// @param every how often the purge looks
/// @param batch how many rows it removes in one commit
@Area(
        value = "retention",
        doc = "How long data are kept that nobody needs any more. They are removed in small batches beside the work.")
public record RetentionConfig(
        @Key(
                doc = "Verifications, from their end on. At least a day, since daily ceilings count them.",
                example = "90d")
        Duration verifications,

        @Key(doc = "Messages that were handed over, failed or expired.", example = "1d")
        Duration messages,

        @Key(doc = "How often the purge looks.", example = "10m")
        Duration every,

        @Key(doc = "How many rows are removed in one commit: 1 to 10000.", example = "1000")
        int batch) {
    /// @throws IllegalArgumentException for times too short to count by
    public RetentionConfig {
        if (verifications.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("retention.verifications must be at least 1d");
        }
        if (!every.isPositive() || !messages.isPositive()) {
            throw new IllegalArgumentException("retention.messages and retention.every must be positive");
        }
        if (batch < 1 || batch > 10_000) {
            throw new IllegalArgumentException("retention.batch must be 1 to 10000");
        }
    }

    /// The defaults.
    public static RetentionConfig standard() {
        return new RetentionConfig(Duration.ofDays(30), Duration.ofDays(7), Duration.ofMinutes(1), 500);
    }
}
