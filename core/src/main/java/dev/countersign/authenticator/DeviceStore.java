package dev.countersign.authenticator;

import dev.countersign.audit.AuditEntry;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.Principal;
import dev.countersign.totp.TotpAttempt;
import dev.countersign.totp.TotpSecret;
import dev.countersign.value.Secret;
import dev.countersign.verification.AttemptPolicy;
import dev.countersign.verification.Code;
import dev.countersign.verification.IdempotencyKey;
import java.time.Instant;
import java.util.Optional;

/// Enrols and withdraws devices, where that takes a permission: using it up and what it allows are one atomic
/// step, with the audit entry.
public interface DeviceStore {
    /// Uses a permission up and begins an enrolment.
    ///
    /// @return the secret; the first answer again for a known idempotency key
    /// @throws dev.countersign.refusal.Refused with
    ///     [dev.countersign.refusal.AuthenticatorRefusal.DevicePresent] when the principal has a device and another
    ///     permission than its code is given, or when the idempotency key was used for another request
    BeginOutcome begin(Beginning beginning, AttemptPolicy policy, Instant now);

    /// Compares the first code of a device, and makes it active.
    ///
    /// @param idempotency the caller's idempotency key, if it gave one; then a repeat does nothing
    CodeOutcome confirm(TotpAttempt attempt, AttemptPolicy policy, Optional<IdempotencyKey> idempotency, Instant now);

    /// Compares a device's code, and takes the device away.
    ///
    /// @param idempotency the caller's idempotency key, if it gave one; then a repeat does nothing
    /// @throws dev.countersign.refusal.Refused with [dev.countersign.refusal.UnbindRefusal.FactorGuards]
    ///     while the principal's protection demands it; the code stays good
    CodeOutcome withdraw(
            TotpAttempt attempt,
            AttemptPolicy policy,
            Optional<IdempotencyKey> idempotency,
            AuditEntry entry,
            Instant now);

    /// What allows an enrolment.
    sealed interface Permission {
        /// A code that was sent to a bound number or address.
        ///
        /// @param verification its id, which is known to be of this principal and for this
        record Sent(String verification, Code code) implements Permission {}

        /// A code that an administrator made.
        ///
        /// @param code in the form that is kept
        record Administrator(Secret code) implements Permission {}

        /// The code that the present device shows.
        record Device(Code code) implements Permission {}
    }

    /// An enrolment to be begun.
    ///
    /// @param secret the new device's
    /// @param until from when on it is worth nothing without a first code
    /// @param idempotency the caller's idempotency key, if it gave one
    record Beginning(
            Caller caller,
            Principal principal,
            Permission permission,
            TotpSecret secret,
            Instant until,
            Optional<IdempotencyKey> idempotency,
            AuditEntry entry) {}

    /// What came of it.
    sealed interface BeginOutcome {
        /// It is begun.
        ///
        /// @param until from when on the secret is worth nothing without a first code
        record Begun(TotpSecret secret, Instant until) implements BeginOutcome {}

        /// The permission is not accepted.
        record Refused(CodeOutcome.NotAccepted why) implements BeginOutcome {}
    }
}
