package dev.countersign.challenge;

import dev.countersign.audit.AuditEntry;
import dev.countersign.challenge.Challenge.Status;
import dev.countersign.value.Secret;
import dev.countersign.verification.IdempotencyKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps challenges. Each method that changes anything is one atomic step, with its audit entry; whether it was
/// taken is what it returns. A browser is told by its secret, of which only a keyed hash is kept.
public interface ChallengeStore {
    /// Keeps what came of an opening: a challenge, or that none is needed.
    ///
    /// @param fresh the challenge; empty when none is needed
    /// @param key the caller's idempotency key, if it gave one
    /// @param entry what the audit says of a fresh challenge
    /// @return the same; what came of the first request instead, for a known key, as it was then
    /// @throws dev.countersign.refusal.Refused when the key was used for another request
    Optional<Challenge> open(
            long tenant, Optional<Challenge> fresh, Optional<IdempotencyKey> key, AuditEntry entry, Instant now);

    /// A challenge, as it stands at this time. Whose it is is the asker's business.
    Optional<Challenge> find(String id, Instant now);

    /// Binds a challenge to a browser: the first one has it for good.
    ///
    /// @return whether this browser has it now
    boolean bind(String id, Secret browser, Instant now);

    /// Whether this browser has the challenge, whatever became of it.
    boolean holds(String id, Secret browser);

    /// Takes one of the starts that a pending challenge has.
    ///
    /// @return whether there was one
    boolean takeStart(String id, Secret browser, Instant now);

    /// Keeps what the method needs to know again when the answer comes.
    ///
    /// @return whether the challenge is still pending
    boolean keep(String id, Secret browser, String kept, Instant now);

    /// Takes one of the tries, and the right to compare, for a while: nobody else compares meanwhile, in any
    /// process. The right ends with [#pass], [#miss], or after that while.
    Claim claim(String id, Secret browser, Instant now, Duration right);

    /// Ends a pending challenge well.
    ///
    /// @param shown how the factor was shown
    /// @return whether it was pending
    boolean pass(String id, List<String> shown, Instant now, AuditEntry entry);

    /// Gives the right to compare back after a wrong answer. The challenge fails when no try is left.
    ///
    /// @param entry what the audit says if it fails
    void miss(String id, Instant now, AuditEntry entry);

    /// Records that a first enrolment is allowed.
    ///
    /// @return whether the challenge was pending
    boolean prove(String id, Secret browser, Instant now);

    /// Gives a pending challenge up.
    ///
    /// @param key the caller's idempotency key, if it gave one
    /// @return whether it was pending; true again for a known key
    /// @throws dev.countersign.refusal.Refused when the key was used for another request
    boolean cancel(Challenge challenge, Optional<IdempotencyKey> key, Instant now, AuditEntry entry);

    /// Makes a result code good, in place of an earlier one that was not used: for a passed challenge, for the
    /// browser that has it, until its time.
    ///
    /// @return whether it is good now
    boolean result(String id, Secret browser, Secret code, Instant until, Instant now);

    /// Ends the pending challenges whose time ran out, each with an audit entry.
    ///
    /// @return how many there were
    int expire(Instant now, int most);

    /// What came of asking for the right to compare.
    sealed interface Claim {
        /// It was given, and a try was taken.
        record Given() implements Claim {}

        /// Somebody else has it; nothing was taken.
        record Busy() implements Claim {}

        /// There is nothing to answer: it has ended, or another browser has it.
        ///
        /// @param status where it stands
        record None(Status status) implements Claim {}
    }
}
