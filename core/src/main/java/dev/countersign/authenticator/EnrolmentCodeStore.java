package dev.countersign.authenticator;

import dev.countersign.audit.AuditEntry;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.Principal;
import dev.countersign.value.Secret;
import dev.countersign.verification.AttemptPolicy;
import dev.countersign.verification.IdempotencyKey;
import java.time.Instant;
import java.util.Optional;

/// Keeps the codes that administrators make, as keyed hashes. Each method is one atomic step, its audit entry
/// included.
public interface EnrolmentCodeStore {
    /// Keeps a principal's code, in the place of one that it has. Failures stay counted.
    ///
    /// @param idempotency the caller's idempotency key, if it gave one
    /// @return the code; the first answer again for a known idempotency key
    /// @throws dev.countersign.refusal.Refused when the idempotency key was used for another request
    EnrolmentCode put(
            Principal principal,
            EnrolmentCode code,
            Optional<IdempotencyKey> idempotency,
            AuditEntry entry,
            Instant now);

    /// Compares a code with the principal's, counts, and uses a right one up: of many at the same instant one
    /// is accepted. During a wait, or when there is none, nothing is compared or counted.
    CodeOutcome redeem(Try given, AttemptPolicy policy, Instant now);

    /// A code that an administrator made.
    ///
    /// @param code as it is shown
    /// @param until when it ends
    record EnrolmentCode(Secret code, Instant until) {}

    /// One try at giving one.
    ///
    /// @param caller who gives it
    /// @param principal whose it should be
    /// @param code what was given, in the form that is kept
    record Try(Caller caller, Principal principal, Secret code) {}
}
