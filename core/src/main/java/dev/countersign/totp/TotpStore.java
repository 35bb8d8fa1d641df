package dev.countersign.totp;

import dev.countersign.audit.AuditEntry;
import dev.countersign.tenant.Principal;
import dev.countersign.verification.AttemptPolicy;
import java.time.Instant;
import java.util.Optional;

/// Keeps devices. Each method that changes anything is one atomic step, together with its entry in the audit.
public interface TotpStore {
    /// A principal's active device.
    Optional<TotpDevice> of(long uin);

    /// Keeps a secret until its device has given a first code. It takes the place of one that waits already; an
    /// active device stays as it is meanwhile.
    ///
    /// @param until from when on the secret is worth nothing
    void begin(Principal principal, TotpSecret secret, Instant until, AuditEntry entry);

    /// Compares a code with the secret that waits, counts, and makes the device active: it takes the place of
    /// the one before.
    TotpResult confirm(TotpAttempt attempt, AttemptPolicy policy, Instant now);

    /// Compares a code with the active device's, counts, and moves the last accepted step on: one step, so that
    /// of many who give one code at the same instant one passes. During a wait, or while the device is
    /// disabled, nothing is compared or counted. Failures are those of the principal's `totp`, over all
    /// purposes and wires.
    TotpResult check(TotpAttempt attempt, AttemptPolicy policy, Instant now);

    /// Makes a device active whose secret is known beforehand.
    ///
    /// @param since from when on it is active
    void put(Principal principal, TotpSecret secret, Instant since, AuditEntry entry);

    /// Forgets a principal's device and secret. Its failures stay counted.
    ///
    /// @return whether there was an active device
    boolean withdraw(Principal principal, AuditEntry entry);
}
