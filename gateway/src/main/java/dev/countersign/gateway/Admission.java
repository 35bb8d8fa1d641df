package dev.countersign.gateway;

import dev.countersign.gateway.Authentication.Proven;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.Registered;
import dev.countersign.gateway.dialect.Call;
import dev.countersign.limit.SecondWindows;
import dev.countersign.protection.SensitiveCalls;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.tenant.Caller;
import java.time.InstantSource;

/// Lets a proven caller through: within its calls a second, allowed to do this, and with a second factor where the
/// tenant demands one.
public final class Admission {
    private final SecondWindows windows;
    private final SensitiveCalls sensitive;
    private final InstantSource clock;

    /// @param windows counts calls a second
    /// @param sensitive says who may make sensitive calls
    /// @param clock the time that bearer keys expire by
    public Admission(SecondWindows windows, SensitiveCalls sensitive, InstantSource clock) {
        this.windows = windows;
        this.sensitive = sensitive;
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
        boolean scoped = proven.bearer()
                .map(key -> key.allows(action.spec().scope(), clock.instant()))
                .orElse(true);
        if (!scoped || !caller.principal().mayDoEverything()) {
            throw new Refused(new CallRefusal.NotPermitted(action.operation(), "*"));
        }
        if (action.spec().sensitive()) {
            sensitive.require(caller, clock.instant());
        }
        return new Admitted(
                proven.call(),
                new Action.Context(
                        caller, proven.call().manner().language(), proven.call().idempotency()));
    }
}
