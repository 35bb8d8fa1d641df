package dev.countersign.authenticator;

import dev.countersign.audit.AuditEntry;
import dev.countersign.directory.UserStore.Telling;
import dev.countersign.verification.FailureCount;
import dev.countersign.verification.IdempotencyKey;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Keeps what is known of authenticators beside what they are. Each method that changes anything is one
/// atomic step, its audit entry included.
public interface AuthenticatorStore {
    /// A principal's failures, by kind; none where there were none.
    Map<AuthenticatorKind, FailureCount> failures(long uin);

    /// Unbinds a number, an address or a WeChat identity: who had it is told, codes that are on their way to
    /// the principal end, and so do its pending changes.
    ///
    /// @param until sensitive operations are held back until then, or longer where they were already
    /// @param idempotency the caller's idempotency key, if it gave one; then a repeat does nothing
    /// @return false when nothing of the kind is bound
    /// @throws dev.countersign.refusal.Refused with [dev.countersign.refusal.UnbindRefusal.FactorGuards]
    ///     while the principal's protection demands it, or when the idempotency key was used for another
    ///     request
    boolean withdraw(Withdrawal withdrawal, Instant until, Optional<IdempotencyKey> idempotency, Instant now);

    /// Lifts what failures disabled or hold back, and forgets them.
    ///
    /// @param idempotency the caller's idempotency key, if it gave one; then a repeat does nothing
    /// @return whether there was anything to lift
    boolean unlock(long uin, AuthenticatorKind kind, Optional<IdempotencyKey> idempotency, AuditEntry entry);

    /// What is unbound, of whom.
    ///
    /// @param telling how who had it is told
    record Withdrawal(long tenant, long uin, AuthenticatorKind kind, Telling telling, AuditEntry entry) {}
}
