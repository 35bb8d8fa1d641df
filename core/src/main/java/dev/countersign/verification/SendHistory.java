package dev.countersign.verification;

import dev.countersign.refusal.SendQuota;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that a decision about a send needs to know of the past, read in the same step that acts on it.
///
/// @param toDestination sends to this destination within the last day, by any tenant, newest first
/// @param ofPrincipal sends for this principal within the last day, newest first; empty without one
/// @param tallies how many sends the present hour holds, for the ceilings that are configured
/// @param live the codes of this binding that could still be accepted, newest first
public record SendHistory(
        List<PastSend> toDestination,
        List<PastSend> ofPrincipal,
        Map<SendQuota, Integer> tallies,
        List<LiveCode> live) {
    /// One send.
    public record PastSend(long tenant, String purpose, Optional<Long> principal, Instant at) {}

    /// A verification whose code still lives.
    public record LiveCode(String id, Instant createdAt, Instant expiresAt) {}
}
