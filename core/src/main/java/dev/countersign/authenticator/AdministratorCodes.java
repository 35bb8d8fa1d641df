package dev.countersign.authenticator;

import dev.countersign.audit.AuditEntry;
import dev.countersign.authenticator.EnrolmentCodeStore.EnrolmentCode;
import dev.countersign.authenticator.EnrolmentCodeStore.Try;
import dev.countersign.challenge.EnrolmentCodes;
import dev.countersign.refusal.AuthenticatorRefusal;
import dev.countersign.refusal.CodeNotAccepted;
import dev.countersign.refusal.Refused;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.TenantStore;
import dev.countersign.value.Secret;
import dev.countersign.verification.AttemptPolicy;
import dev.countersign.verification.IdempotencyKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The one-time codes with which an administrator lets somebody enrol a device: 80 random bits, shown once,
/// good for a day and for one use. A principal has one at the most.
public final class AdministratorCodes implements EnrolmentCodes {
    /// How long one lives.
    public static final Duration LIFETIME = Duration.ofHours(24);

    /// How many wrong codes one bears.
    public static final int TRIES = 5;

    /// What can't be read as another: no I, O, 0 or 1.
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    private final EnrolmentCodeStore store;
    private final TenantStore tenants;
    private final AttemptPolicy policy;
    private final Attacks attacks;
    private final Surroundings surroundings;

    /// What codes need from outside.
    ///
    /// @param clock the time that they live by
    /// @param random a cryptographic generator
    public record Surroundings(InstantSource clock, RandomGenerator random) {}

    /// @param store keeps codes
    /// @param tenants knows principals
    /// @param policy counts failures
    /// @param attacks told of guessing
    /// @param surroundings clock and randomness
    public AdministratorCodes(
            EnrolmentCodeStore store,
            TenantStore tenants,
            AttemptPolicy policy,
            Attacks attacks,
            Surroundings surroundings) {
        this.store = store;
        this.tenants = tenants;
        this.policy = policy;
        this.attacks = attacks;
        this.surroundings = surroundings;
    }

    /// Makes a code for another principal, in the place of one that it has.
    ///
    /// @return the code, to be shown now and never again
    /// @throws Refused with [AuthenticatorRefusal.HolderUnknown] or [AuthenticatorRefusal.OwnPrincipal]
    public EnrolmentCode make(Caller caller, long uin, Optional<IdempotencyKey> idempotency) {
        Principal principal = Holders.require(tenants, caller, uin);
        if (principal.uin() == caller.principal().uin()) {
            throw new Refused(new AuthenticatorRefusal.OwnPrincipal());
        }
        Instant now = surroundings.clock().instant();
        EnrolmentCode fresh = new EnrolmentCode(draw(), now.plus(LIFETIME));
        AuditEntry entry = AuditEntry.by(caller, now, "enrolment-code.made", AuditEntry.principal(uin), Map.of());
        return store.put(principal, fresh, idempotency, entry, now);
    }

    private Secret draw() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i > 0 && i % GROUP == 0 ? "-" : "");
            code.append(ALPHABET.charAt(surroundings.random().nextInt(ALPHABET.length())));
        }
        return Secret.of(code.toString());
    }

    @Override
    public void redeem(Caller caller, Principal principal, String code) {
        Try given = new Try(caller, principal, kept(code));
        switch (store.redeem(given, policy, surroundings.clock().instant())) {
            case CodeOutcome.Accepted accepted -> {}
            case CodeOutcome.NotAccepted not -> {
                attacks.tell(caller, principal.uin(), AuthenticatorKind.ENROLMENT, not);
                throw new Refused(new CodeNotAccepted(not.triesLeft()));
            }
        }
    }

    /// A code in the form that is kept: a person may leave the hyphens out, and type it in either case.
    public static Secret kept(String typed) {
        return Secret.of(typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }
}
