package dev.countersign.gateway;

import dev.countersign.audit.AuditEntry;
import dev.countersign.audit.AuditLog;
import dev.countersign.gateway.Authentication.Proven;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.Registered;
import dev.countersign.gateway.dialect.Call;
import dev.countersign.limit.SecondWindows;
import dev.countersign.policy.Authorisation;
import dev.countersign.policy.Decision;
import dev.countersign.protection.SensitiveCalls;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.KeyRefusal;
import dev.countersign.refusal.PermissionRefusal;
import dev.countersign.refusal.ProtectionRefusal;
import dev.countersign.refusal.Refusal;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.UserRefusal;
import dev.countersign.tenant.Caller;
import java.time.InstantSource;
import java.util.Map;

/// Lets a proven caller through: within its calls a second, allowed to do this, and with a second factor where the
/// tenant demands one.
public final class Admission {
    private static final int MOST_NAMED = 256;

    private final SecondWindows windows;
    private final Authorisation authorisation;
    private final SensitiveCalls sensitive;
    private final AuditLog audit;
    private final InstantSource clock;

    /// @param windows counts calls a second
    /// @param authorisation what callers may do
    /// @param sensitive says who may make sensitive calls
    /// @param audit hears of every caller who may not
    /// @param clock the time that bearer keys expire by
    public Admission(
            SecondWindows windows,
            Authorisation authorisation,
            SensitiveCalls sensitive,
            AuditLog audit,
            InstantSource clock) {
        this.windows = windows;
        this.authorisation = authorisation;
        this.sensitive = sensitive;
        this.audit = audit;
        this.clock = clock;
    }

    /// A call that may be performed.
    public record Admitted(Call call, Action.Context context) {}

    /// Admits a call.
    ///
    /// @throws Refused with [CallRefusal.KeyUnknown] for a bearer key that has ended, else with
    ///     [CallRefusal.RateExceeded], [CallRefusal.NotSubscribed], [CallRefusal.NotPermitted] or
    ///     [CallRefusal.MfaRequired]
    public Admitted admit(Proven proven, Registered<?, ?> action) {
        if (proven.bearer().filter(key -> key.expired(clock.instant())).isPresent()) {
            throw new Refused(new CallRefusal.KeyUnknown(""));
        }
        Caller caller = proven.caller();
        windows.admit(
                action.operation() + " " + caller.principal().uin(),
                action.spec().perSecond());
        if (action.product().needsSubscription()
                && !caller.tenant().subscribedTo(action.product().name())) {
            throw new Refused(new CallRefusal.NotSubscribed(action.operation()));
        }
        permitted(proven, action);
        if (action.spec().sensitive()) {
            requireFactor(caller, action);
        }
        return new Admitted(
                proven.call(),
                new Action.Context(
                        caller, proven.call().manner().language(), proven.call().idempotency()));
    }

    /// Tells the audit when an action that was admitted refuses its caller all the same. Another refusal of it is no
    /// row.
    public void tell(Admitted admitted, Registered<?, ?> action, Refusal refusal) {
        if (refusal instanceof PermissionRefusal permission) {
            row(admitted.context().caller(), action.operation(), why(permission));
        }
    }

    private static String why(PermissionRefusal refusal) {
        return switch (refusal) {
            case CallRefusal.NotPermitted other -> "the role does not trust the caller";
            case CallRefusal.MfaRequired required -> "no second factor was shown lately";
            case ProtectionRefusal.NotAllowed lowering -> "not this principal, or not to this effect";
            case UserRefusal.Unmodifiable self -> "the root, or the caller itself";
            case UserRefusal.KeysNotDeletable keys -> "the user's keys may not be deleted";
            case KeyRefusal.RootKeysUntouchable root -> "the root's keys are its own";
        };
    }

    private void requireFactor(Caller caller, Registered<?, ?> action) {
        if (!sensitive.allow(caller, clock.instant())) {
            CallRefusal.MfaRequired required = new CallRefusal.MfaRequired();
            row(caller, action.operation(), why(required));
            throw new Refused(required);
        }
    }

    /// Every resource that the call would act on must be permitted; the first that is not is named.
    private void permitted(Proven proven, Registered<?, ?> action) {
        boolean scoped = proven.bearer()
                .map(key -> key.allows(action.spec().scope(), clock.instant()))
                .orElse(true);
        if (!scoped) {
            throw refused(proven.caller(), action.operation(), "*", "the key's scopes leave it out");
        }
        for (String resource :
                action.spec().resources().of(proven.caller(), proven.call().parameters())) {
            Decision decision = authorisation.decide(proven.caller(), action.operation(), resource);
            if (!decision.allowed()) {
                throw refused(proven.caller(), action.operation(), resource, decision.why());
            }
        }
    }

    private Refused refused(Caller caller, String operation, String resource, String why) {
        row(caller, operation, why);
        return new Refused(new CallRefusal.NotPermitted(operation, brief(resource)));
    }

    /// Rows are bounded by the calls a second that were counted before.
    private void row(Caller caller, String operation, String why) {
        audit.append(AuditEntry.by(
                caller,
                clock.instant(),
                "permission.refused",
                AuditEntry.principal(caller.principal().uin()),
                Map.of("operation", operation, "why", why)));
    }

    /// A resource may be named with what the caller sent: an answer must not be as long as the request.
    private static String brief(String resource) {
        return resource.length() <= MOST_NAMED ? resource : resource.substring(0, MOST_NAMED);
    }
}
