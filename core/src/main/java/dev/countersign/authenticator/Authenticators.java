package dev.countersign.authenticator;

import dev.countersign.audit.AuditEntry;
import dev.countersign.authenticator.AuthenticatorStore.Withdrawal;
import dev.countersign.destination.Destination;
import dev.countersign.directory.UserStore.Telling;
import dev.countersign.refusal.AuthenticatorRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.tenant.Bound;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.TenantStore;
import dev.countersign.totp.TotpDevices;
import dev.countersign.verification.FailureCount;
import dev.countersign.verification.IdempotencyKey;
import dev.countersign.verification.Wakeup;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// An administrator's side: tells what a principal has, takes it away, lifts what failures disabled.
public final class Authenticators {
    private final AuthenticatorStore store;
    private final TenantStore tenants;
    private final TotpDevices devices;
    private final Surroundings surroundings;

    /// What authenticators need from outside.
    ///
    /// @param clock the time that everything is done at
    /// @param reachable where notices may go
    /// @param courier woken when a notice was written
    /// @param coolOff for how long a loss holds sensitive operations back
    public record Surroundings(
            InstantSource clock, Predicate<Destination> reachable, Wakeup courier, Duration coolOff) {}

    /// What a principal has.
    ///
    /// @param uin whose it is
    /// @param bound its number, address, WeChat identity and cool-off
    /// @param deviceSince when its device was enrolled; empty for none
    /// @param failures by kind; those without failures are not in it
    /// @param at the time that it is told for
    public record Holdings(
            long uin,
            Bound bound,
            Optional<Instant> deviceSince,
            Map<AuthenticatorKind, FailureCount> failures,
            Instant at) {
        /// The failures of a kind.
        public FailureCount failures(AuthenticatorKind kind) {
            return failures.getOrDefault(kind, FailureCount.NONE);
        }
    }

    /// @param store keeps failures, and takes away
    /// @param tenants knows principals and what is bound to them
    /// @param devices knows devices
    /// @param surroundings clock, and whom notices reach
    public Authenticators(
            AuthenticatorStore store, TenantStore tenants, TotpDevices devices, Surroundings surroundings) {
        this.store = store;
        this.tenants = tenants;
        this.devices = devices;
        this.surroundings = surroundings;
    }

    /// What a principal of the caller's tenant has.
    ///
    /// @throws Refused with [AuthenticatorRefusal.HolderUnknown] when the tenant has no such principal
    public Holdings of(Caller caller, long uin) {
        Bound bound = tenants.bound(caller.tenant().id(), uin)
                .orElseThrow(() -> new Refused(new AuthenticatorRefusal.HolderUnknown()));
        return new Holdings(
                uin,
                bound,
                devices.of(uin).map(device -> device.since()),
                store.failures(uin),
                surroundings.clock().instant());
    }

    /// Takes a number, an address or a WeChat identity away from another principal. Who had it is told, and
    /// sensitive operations are held back for a while.
    ///
    /// @param locale the language of the notice
    /// @throws Refused with an [AuthenticatorRefusal], or with
    ///     [dev.countersign.refusal.UnbindRefusal.FactorGuards] while the principal's protection demands it
    public void withdraw(
            Caller caller, long uin, AuthenticatorKind kind, String locale, Optional<IdempotencyKey> idempotency) {
        another(caller, uin);
        Instant now = surroundings.clock().instant();
        Withdrawal withdrawal = new Withdrawal(
                caller.tenant().id(),
                uin,
                kind,
                new Telling(locale, surroundings.reachable(), caller.cause()),
                entry(caller, uin, kind, "authenticator.withdrawn", now));
        if (!store.withdraw(withdrawal, now.plus(surroundings.coolOff()), idempotency, now)) {
            throw new Refused(new AuthenticatorRefusal.NotBound());
        }
        surroundings.courier().wake();
    }

    /// Lifts what failures disabled or hold back of another principal: nobody gives itself more guesses.
    ///
    /// @throws Refused with an [AuthenticatorRefusal], also when there is nothing to lift
    public void unlock(Caller caller, long uin, AuthenticatorKind kind, Optional<IdempotencyKey> idempotency) {
        another(caller, uin);
        Instant now = surroundings.clock().instant();
        if (!store.unlock(uin, kind, idempotency, entry(caller, uin, kind, "authenticator.unlocked", now))) {
            throw new Refused(new AuthenticatorRefusal.NothingToLift());
        }
    }

    private static AuditEntry entry(Caller caller, long uin, AuthenticatorKind kind, String event, Instant now) {
        return AuditEntry.by(caller, now, event, AuditEntry.principal(uin), Map.of("authenticator", kind.word()));
    }

    private void another(Caller caller, long uin) {
        Principal principal = Holders.require(tenants, caller, uin);
        if (principal.uin() == caller.principal().uin()) {
            throw new Refused(new AuthenticatorRefusal.OwnPrincipal());
        }
    }
}
