package dev.countersign.totp;

import dev.countersign.audit.AuditEntry;
import dev.countersign.refusal.CodeNotAccepted;
import dev.countersign.refusal.Refused;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.Principal;
import dev.countersign.verification.AttemptPolicy;
import dev.countersign.verification.Code;
import dev.countersign.verification.Watch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Enrols the devices that compute codes, and checks those codes. Who may do so for whom is its callers'
/// business.
public final class TotpDevices {
    /// What failures are counted under, with the principal.
    public static final String AUTHENTICATOR = "totp";

    /// How long a secret waits for its first code.
    public static final Duration PENDING = Duration.ofMinutes(10);

    private static final Map<String, String> FACTS = Map.of("authenticator", AUTHENTICATOR);

    private final TotpStore store;
    private final AttemptPolicy policy;
    private final Surroundings surroundings;

    /// What devices need from outside.
    ///
    /// @param clock the time that codes go by
    /// @param random a cryptographic generator, for secrets
    /// @param watch whom to tell of attacks
    public record Surroundings(InstantSource clock, RandomGenerator random, Watch watch) {}

    /// @param store keeps devices
    /// @param policy counts failures
    /// @param surroundings clock, randomness and whom to tell
    public TotpDevices(TotpStore store, AttemptPolicy policy, Surroundings surroundings) {
        this.store = store;
        this.policy = policy;
        this.surroundings = surroundings;
    }

    /// A principal's active device.
    public Optional<TotpDevice> of(long uin) {
        return store.of(uin);
    }

    /// Begins an enrolment. The secret is shown now and never again; it waits ten minutes for its first code.
    public TotpSecret begin(Caller caller, Principal principal) {
        Instant now = now();
        TotpSecret secret = TotpSecret.fresh(surroundings.random());
        store.begin(principal, secret, now.plus(PENDING), entry(caller, principal, now, "enrolment.begun"));
        return secret;
    }

    /// Makes the device active whose enrolment was begun. It takes the place of the one before.
    ///
    /// @throws Refused with [CodeNotAccepted]; a wrong code counts like any other of this authenticator
    public void confirm(Caller caller, Principal principal, String firstCode) {
        TotpAttempt attempt = new TotpAttempt(caller, principal, Code.of(firstCode));
        settle(attempt, store.confirm(attempt, policy, now()));
    }

    /// Accepts a device's code, once.
    ///
    /// @throws Refused with [CodeNotAccepted], also when the principal has no device, a wait is on or the
    ///     device is disabled
    public void check(Caller caller, Principal principal, String code) {
        TotpAttempt attempt = new TotpAttempt(caller, principal, Code.of(code));
        settle(attempt, store.check(attempt, policy, now()));
    }

    /// Gives a principal a device whose secret is known beforehand: for a world that tests are written against.
    public void assign(Principal principal, TotpSecret secret) {
        Instant now = now();
        AuditEntry entry = AuditEntry.own(
                now, principal.tenant(), "authenticator.enrolled", AuditEntry.principal(principal.uin()), FACTS);
        store.put(principal, secret, now, entry);
    }

    /// Takes a principal's device away.
    ///
    /// @return whether there was one
    public boolean withdraw(Caller caller, Principal principal) {
        return store.withdraw(principal, entry(caller, principal, now(), "authenticator.withdrawn"));
    }

    private void settle(TotpAttempt attempt, TotpResult result) {
        switch (result) {
            case TotpResult.Accepted accepted -> {}
            case TotpResult.NotCompared not -> throw new Refused(new CodeNotAccepted(0));
            case TotpResult.Wrong wrong -> {
                if (wrong.sprayed()) {
                    surroundings.watch().spraying(attempt.caller().principal().uin());
                }
                if (wrong.disabled()) {
                    surroundings.watch().disabled(attempt.principal().uin(), AUTHENTICATOR);
                }
                throw new Refused(new CodeNotAccepted(0));
            }
        }
    }

    private static AuditEntry entry(Caller caller, Principal principal, Instant now, String event) {
        return AuditEntry.by(caller, now, event, AuditEntry.principal(principal.uin()), FACTS);
    }

    private Instant now() {
        return surroundings.clock().instant();
    }
}
