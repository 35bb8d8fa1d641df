package dev.countersign.authenticator;

import dev.countersign.authenticator.CodeOutcome.NotAccepted;
import dev.countersign.tenant.Caller;
import dev.countersign.verification.Watch;

/// Tells the operator of guessing.
///
/// @param watch who is told
public record Attacks(Watch watch) {
    /// Tells what a code that was not accepted has caused.
    ///
    /// @param uin whose authenticator it is
    void tell(Caller caller, long uin, AuthenticatorKind kind, NotAccepted why) {
        if (why.sprayed()) {
            watch.spraying(caller.principal().uin());
        }
        if (why.disabled()) {
            watch.disabled(uin, kind.word());
        }
    }
}
