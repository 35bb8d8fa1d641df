package dev.countersign.signin;

import dev.countersign.tenant.Principal;
import dev.countersign.value.Secret;

/// A user as signing in to the console needs it.
///
/// @param principal who it is
/// @param allowed whether it may log in to a console at all
/// @param mustResetPassword whether its password is to be replaced before it is good for anything
/// @param passwordHash the hash of its password, in PHC form; empty for none
public record ConsoleUser(Principal principal, boolean allowed, boolean mustResetPassword, Secret passwordHash) {
    /// Whether there is a password that could let it in.
    boolean mayTry() {
        return allowed && !passwordHash.reveal().isEmpty();
    }
}
