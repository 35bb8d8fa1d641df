package dev.countersign.protection;

import dev.countersign.refusal.FactorRefusal;
import dev.countersign.refusal.ProtectionRefusal;
import dev.countersign.refusal.Refused;
import java.util.Optional;

/// Decides about a change of protection. Pure: a store asks it within the step that makes the change, so that
/// neither an unbinding nor a new rule can come in between.
///
/// @param change what is wanted
/// @param obeysRules whether what the tenant forces must stay on
/// @param guarded whether nothing may be lowered: see [#lowers]
public record ProtectionPolicy(ProtectionChange change, boolean obeysRules, boolean guarded) {
    /// What the protection becomes.
    ///
    /// @throws Refused with [ProtectionRefusal.NotAllowed] for what may not be lowered or switched off, else with
    ///     a [FactorRefusal] for a method whose factor is not bound
    public Protection decide(Standing standing) {
        Protection present = standing.present();
        Protection wanted = change.after(present);
        boolean switchesOff = (standing.rules().forcesLogin() && ends(present.login(), wanted.login()))
                || (standing.rules().forcesOperation() && ends(present.operation(), wanted.operation()));
        if ((obeysRules && switchesOff) || (guarded && lowers(present, wanted))) {
            throw new Refused(new ProtectionRefusal.NotAllowed());
        }
        bound(standing, change.login());
        bound(standing, change.operation());
        return wanted;
    }

    private static boolean ends(Optional<Method> present, Optional<Method> wanted) {
        return present.isPresent() && wanted.isEmpty();
    }

    /// Whether less is demanded afterwards. A half that is on and becomes anything else counts: which of two methods
    /// is the weaker one depends on what a thief holds, and a software token is enrolled by whoever logs in next.
    static boolean lowers(Protection present, Protection wanted) {
        return changes(present.login(), wanted.login())
                || changes(present.operation(), wanted.operation())
                || (present.offsite().verify() && !wanted.offsite().verify())
                || (!present.promptTrust() && wanted.promptTrust());
    }

    private static boolean changes(Optional<Method> present, Optional<Method> wanted) {
        return present.isPresent() && !present.equals(wanted);
    }

    private static void bound(Standing standing, Choice choice) {
        if (choice instanceof Choice.Demand demand) {
            demand.method().filter(method -> !standing.bound(method)).ifPresent(method -> {
                throw new Refused(missing(method));
            });
        }
    }

    private static FactorRefusal missing(Method method) {
        return switch (method) {
            case PHONE -> new FactorRefusal.PhoneNotBound();
            case WECHAT -> new FactorRefusal.WechatNotBound();
            case MAIL -> new FactorRefusal.MailNotBound();
            case TOKEN, STOKEN, CUSTOM, U2F_TOKEN, PASSKEY ->
                throw new IllegalArgumentException(method + " needs nothing that is bound");
        };
    }
}
