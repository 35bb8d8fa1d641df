package dev.countersign.verification;

import dev.countersign.audit.AuditEntry;
import java.time.Instant;
import java.util.Optional;

/// Keeps verifications. Each method that changes anything is one atomic step: races are the adapter's business,
/// and its contract tests them.
public interface VerificationStore {
    /// Reads the past, lets the policy decide, and writes the verification with its outgoing message: both or
    /// neither. Of several at the same instant for one destination, one is accepted.
    ///
    /// @param fresh the code to use if a new one is needed
    /// @return the verification whose code goes out; the first answer again for a known idempotency key
    /// @throws dev.countersign.refusal.Refused with a [dev.countersign.refusal.SendRefusal], or when the
    ///     idempotency key was used for another request; nothing is stored then
    Verification issueIfQuiet(Demand demand, Code fresh, SendPolicy policy, Instant now);

    /// Makes a verification whose code is known beforehand and of which no message is sent, for test numbers.
    /// It is not limited; the binding's earlier codes end.
    Verification issueSilently(Demand demand, Code fixed, VerificationPolicy policy, Instant now);

    /// Compares, counts, and redeems where asked, in one step. During a wait, or with no live code, nothing is
    /// compared or counted.
    ///
    /// @throws dev.countersign.refusal.Refused when the idempotency key was used for another request
    AttemptResult attempt(Attempt attempt, AttemptPolicy policy, Instant now);

    /// A tenant's verification, as it stands at this time.
    Optional<Verification> find(long tenant, String id, Instant now);

    /// Lifts a principal's disabled authenticator and forgets its failures.
    ///
    /// @param authenticator `phone`, `mail` or `totp`
    /// @param entry for the audit; not written when there was nothing to lift
    /// @return whether there was anything to lift
    boolean unlock(long uin, String authenticator, AuditEntry entry);
}
