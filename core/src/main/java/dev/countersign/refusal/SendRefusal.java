package dev.countersign.refusal;

import java.time.Duration;

/// A verification that is not sent. Nothing was stored, sent or counted.
public sealed interface SendRefusal extends Refusal
        permits DestinationInvalid,
                AreaNotServed,
                AccountsPerNumberReached,
                SendRefusal.ResendTooSoon,
                SendRefusal.SendQuotaSpent,
                SendRefusal.ChannelNotServed,
                SendRefusal.PrincipalUnknown {
    /// The last send to this destination, for this purpose, is too recent.
    ///
    /// @param retryAfter how long to wait from now
    record ResendTooSoon(Duration retryAfter) implements SendRefusal {}

    /// A ceiling over a longer time is reached.
    ///
    /// @param quota which one
    /// @param retryAfter how long to wait from now, when nothing else is sent
    record SendQuotaSpent(SendQuota quota, Duration retryAfter) implements SendRefusal {}

    /// No carrier serves this channel here.
    record ChannelNotServed(String channel) implements SendRefusal {}

    /// The principal that the verification is for does not exist in this tenant.
    record PrincipalUnknown() implements SendRefusal {}
}
