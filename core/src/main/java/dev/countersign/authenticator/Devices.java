package dev.countersign.authenticator;

import dev.countersign.audit.AuditEntry;
import dev.countersign.authenticator.DeviceStore.BeginOutcome;
import dev.countersign.authenticator.DeviceStore.BeginOutcome.Begun;
import dev.countersign.authenticator.DeviceStore.Beginning;
import dev.countersign.authenticator.DeviceStore.Permission;
import dev.countersign.destination.Channel;
import dev.countersign.destination.Destination;
import dev.countersign.refusal.AuthenticatorRefusal;
import dev.countersign.refusal.CodeNotAccepted;
import dev.countersign.refusal.Refused;
import dev.countersign.tenant.Bound;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.TenantStore;
import dev.countersign.totp.TotpAttempt;
import dev.countersign.totp.TotpDevices;
import dev.countersign.totp.TotpSecret;
import dev.countersign.verification.AttemptPolicy;
import dev.countersign.verification.Binding;
import dev.countersign.verification.Code;
import dev.countersign.verification.Demand;
import dev.countersign.verification.IdempotencyKey;
import dev.countersign.verification.Purpose;
import dev.countersign.verification.Verification;
import dev.countersign.verification.Verifications;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A principal's own side of its device. A first one is allowed by a code to a bound number or address or by an
/// administrator's code, another one by the code of the present one.
public final class Devices {
    /// What a code is good for that allows a first device, beside its destination.
    static final String OPERATION = "device";

    private final DeviceStore store;
    private final TenantStore tenants;
    private final TotpDevices devices;
    private final Codes codes;
    private final Surroundings surroundings;

    /// How codes are sent and compared.
    ///
    /// @param verifications sends
    /// @param policy counts failures
    /// @param attacks told of guessing
    public record Codes(Verifications verifications, AttemptPolicy policy, Attacks attacks) {}

    /// What devices need from outside.
    ///
    /// @param clock the time that codes go by
    /// @param random a cryptographic generator, for secrets
    public record Surroundings(InstantSource clock, RandomGenerator random) {}

    /// @param store keeps devices
    /// @param tenants knows principals and what is bound to them
    /// @param devices knows who has a device
    /// @param codes how codes are sent and compared
    /// @param surroundings clock and randomness
    public Devices(
            DeviceStore store, TenantStore tenants, TotpDevices devices, Codes codes, Surroundings surroundings) {
        this.store = store;
        this.tenants = tenants;
        this.devices = devices;
        this.codes = codes;
        this.surroundings = surroundings;
    }

    /// Sends the code that allows a first device: by mail when that is asked for or is the only way, else to
    /// the number.
    ///
    /// @param channel how it travels; empty for the usual way
    /// @throws Refused with an [AuthenticatorRefusal], or a [dev.countersign.refusal.SendRefusal]
    public Verification send(
            Caller caller, long uin, Optional<Channel> channel, String locale, Optional<IdempotencyKey> idempotency) {
        Bound bound = tenants.bound(caller.tenant().id(), uin)
                .orElseThrow(() -> new Refused(new AuthenticatorRefusal.HolderUnknown()));
        if (devices.of(uin).isPresent()) {
            throw new Refused(new AuthenticatorRefusal.DevicePresent());
        }
        Optional<Destination> phone = bound.phone().map(number -> number);
        Optional<Destination> mail = bound.mail().map(address -> address);
        Destination to = phone.or(() -> mail)
                .filter(usual -> channel.isEmpty() || channel.get().reaches(usual))
                .or(() -> mail.filter(
                        other -> channel.filter(way -> way.reaches(other)).isPresent()))
                .orElseThrow(() -> new Refused(new AuthenticatorRefusal.NowhereToSend()));
        Binding binding = new Binding(caller.tenant().id(), Purpose.ENROLMENT, to, Optional.of(uin), OPERATION);
        return codes.verifications()
                .issue(new Demand(binding, channel.orElseGet(() -> Changes.usual(to)), locale, caller, idempotency));
    }

    /// Uses a permission up and begins an enrolment.
    ///
    /// @return the secret, to be shown now and never again, and how long it waits for its first code
    /// @throws Refused with [CodeNotAccepted] or an [AuthenticatorRefusal]
    public Begun begin(Caller caller, long uin, Permission permission, Optional<IdempotencyKey> idempotency) {
        Principal principal = Holders.require(tenants, caller, uin);
        if (permission instanceof Permission.Sent sent && !mine(caller, uin, sent.verification())) {
            throw new Refused(new CodeNotAccepted(0));
        }
        Instant now = surroundings.clock().instant();
        Beginning beginning = new Beginning(
                caller,
                principal,
                permission,
                TotpSecret.fresh(surroundings.random()),
                now.plus(TotpDevices.PENDING),
                idempotency,
                entry(caller, uin, "enrolment.begun", now));
        return switch (store.begin(beginning, codes.policy(), now)) {
            case Begun begun -> begun;
            case BeginOutcome.Refused refused -> {
                codes.attacks().tell(caller, uin, counted(caller, permission), refused.why());
                throw new Refused(new CodeNotAccepted(refused.why().triesLeft()));
            }
        };
    }

    /// What an app shows a principal's device as.
    ///
    /// @throws Refused with [AuthenticatorRefusal.HolderUnknown]
    public String name(Caller caller, long uin) {
        return Holders.require(tenants, caller, uin).name();
    }

    /// A code for anything else, or anybody else, allows nothing.
    private boolean mine(Caller caller, long uin, String verification) {
        return codes.verifications()
                .find(caller, verification)
                .map(Verification::binding)
                .filter(binding -> binding.purpose().equals(Purpose.ENROLMENT)
                        && binding.operation().equals(OPERATION)
                        && binding.principal().equals(Optional.of(uin)))
                .isPresent();
    }

    private AuthenticatorKind counted(Caller caller, Permission permission) {
        return switch (permission) {
            case Permission.Device device -> AuthenticatorKind.TOTP;
            case Permission.Administrator administrator -> AuthenticatorKind.ENROLMENT;
            case Permission.Sent sent ->
                codes.verifications()
                        .find(caller, sent.verification())
                        .flatMap(found -> AuthenticatorKind.of(found.binding().authenticator()))
                        .orElse(AuthenticatorKind.PHONE);
        };
    }

    /// Gives the first code of a device, which makes it active.
    ///
    /// @throws Refused with [CodeNotAccepted] or [AuthenticatorRefusal.HolderUnknown]
    public void confirm(Caller caller, long uin, String firstCode, Optional<IdempotencyKey> idempotency) {
        TotpAttempt attempt = new TotpAttempt(caller, Holders.require(tenants, caller, uin), Code.of(firstCode));
        settle(
                attempt,
                store.confirm(
                        attempt,
                        codes.policy(),
                        idempotency,
                        surroundings.clock().instant()));
    }

    /// Takes a device away, by its own code.
    ///
    /// @throws Refused with [CodeNotAccepted], [AuthenticatorRefusal.HolderUnknown] or
    ///     [dev.countersign.refusal.UnbindRefusal.FactorGuards]
    public void withdraw(Caller caller, long uin, String code, Optional<IdempotencyKey> idempotency) {
        Instant now = surroundings.clock().instant();
        TotpAttempt attempt = new TotpAttempt(caller, Holders.require(tenants, caller, uin), Code.of(code));
        AuditEntry entry = entry(caller, uin, "authenticator.withdrawn", now);
        settle(attempt, store.withdraw(attempt, codes.policy(), idempotency, entry, now));
    }

    private void settle(TotpAttempt attempt, CodeOutcome outcome) {
        switch (outcome) {
            case CodeOutcome.Accepted accepted -> {}
            case CodeOutcome.NotAccepted not -> {
                codes.attacks().tell(attempt.caller(), attempt.principal().uin(), AuthenticatorKind.TOTP, not);
                throw new Refused(new CodeNotAccepted(not.triesLeft()));
            }
        }
    }

    private static AuditEntry entry(Caller caller, long uin, String event, Instant now) {
        return AuditEntry.by(
                caller, now, event, AuditEntry.principal(uin), Map.of("authenticator", TotpDevices.AUTHENTICATOR));
    }
}
