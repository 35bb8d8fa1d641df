package dev.countersign.authenticator;

import dev.countersign.audit.AuditEntry;
import dev.countersign.destination.Destination;
import dev.countersign.tenant.Caller;
import dev.countersign.verification.AttemptPolicy;
import dev.countersign.verification.Code;
import dev.countersign.verification.IdempotencyKey;
import dev.countersign.verification.PreparedCode;
import dev.countersign.verification.SendPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Keeps changes. Each method that changes anything is one atomic step, its audit entry included.
public interface ChangeStore {
    /// What a principal of a tenant can prove itself with; empty when the tenant has no such principal.
    Optional<Possession> possession(long tenant, long uin);

    /// A principal's pending change of a kind.
    Optional<Change> pending(long tenant, long uin, AuthenticatorKind kind, Instant now);

    /// A principal's change, as it stands now.
    Optional<Change> find(long tenant, long uin, String id, Instant now);

    /// Sends the codes of a change and makes it the only pending one of its kind: all of it or nothing. One of
    /// the same id is the same change, whose codes go out again.
    ///
    /// @return the change, with its end; the first answer again for a known idempotency key. Empty when what is
    ///     bound or pending is no more what the start goes by: it is to be looked at anew
    /// @throws dev.countersign.refusal.Refused with a [dev.countersign.refusal.SendRefusal], with
    ///     [dev.countersign.refusal.AuthenticatorRefusal.AlreadyBound], or when the idempotency key was used for
    ///     another request
    Optional<Change> start(Start start, Instant now);

    /// Compares both codes and makes the change. A wrong one is charged and counted, one a try: the code to the
    /// new one is looked at first. A right one is used up only when both are right.
    ///
    /// @throws dev.countersign.refusal.Refused when the idempotency key was used for another request
    ConfirmOutcome confirm(Change change, Given given, Confirming how, Instant now);

    /// A change to be started.
    ///
    /// @param change with a new id, or that of the pending one that it is
    /// @param codes what is sent, the new one's first
    /// @param policy decides about each of them
    /// @param idempotency the caller's idempotency key, if it gave one
    record Start(
            Change change,
            List<PreparedCode> codes,
            SendPolicy policy,
            Optional<IdempotencyKey> idempotency,
            AuditEntry entry) {}

    /// What was given.
    ///
    /// @param code from the new number or address
    /// @param current from the current factor; empty where none is demanded
    /// @param idempotency the caller's idempotency key, if it gave one
    record Given(Code code, Optional<Code> current, Optional<IdempotencyKey> idempotency) {}

    /// How a change is made.
    ///
    /// @param caller who gives the codes
    /// @param policy counts failures
    /// @param coolOff for how long a replacement holds sensitive operations back
    /// @param reachable where notices may go
    record Confirming(
            Caller caller,
            AttemptPolicy policy,
            Duration coolOff,
            Predicate<Destination> reachable,
            AuditEntry entry) {}
}
