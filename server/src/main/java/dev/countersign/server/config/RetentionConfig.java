package dev.countersign.server.config;

import dev.countersign.delivery.Inbox;
import dev.countersign.store.Retention.Periods;
import java.time.Duration;

/// How long data are kept that nobody needs any more.
///
/// @param verifications verifications, from their making on
/// @param messages messages that were handed over, failed or expired
/// @param counts failures without a principal, and callers' latest comparisons
/// @param audit audit entries
/// @param events what was or could be posted to webhooks
@Area(
        value = "retention",
        doc = "How long data are kept that nobody needs any more. They are removed in small batches beside the work.")
public record RetentionConfig(
        @Key(doc = "Verifications, from their making on. At least 25h.", example = "90d")
        Duration verifications,

        @Key(doc = "Messages, from their writing on. At least 25h: the ceilings count those of a day.", example = "7d")
        Duration messages,

        @Key(
                doc = "Failures without a principal and callers' latest comparisons, from the last comparison on."
                        + " At least 25h.",
                example = "7d")
        Duration counts,

        @Key(doc = "Audit entries, from their writing on. At least 25h.", example = "800d")
        Duration audit,

        @Key(
                doc = "Events and what was posted of them to webhooks, from their happening on. At least 50h.",
                example = "7d")
        Duration events)
        implements Checked {
    @Override
    public void check() {
        periods();
    }

    /// The defaults.
    public static RetentionConfig standard() {
        Periods standard = Periods.standard();
        return new RetentionConfig(
                standard.verifications(), standard.messages(), standard.counts(), standard.audit(), standard.events());
    }

    /// What the store sweeps by.
    ///
    /// @throws IllegalArgumentException for a period below its least
    public Periods periods() {
        return new Periods(verifications, messages, counts, audit, events, Inbox.CAPACITY);
    }
}
