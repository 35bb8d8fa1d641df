package dev.countersign.protection;

import java.util.Optional;

/// What guards a principal. Each half demands one method at the most.
///
/// @param login what must be shown at login, after the password
/// @param operation what must be shown before a sensitive operation
/// @param offsite what happens at a login from an unusual place
/// @param promptTrust whether a login may offer to trust the device
public record Protection(Optional<Method> login, Optional<Method> operation, Offsite offsite, boolean promptTrust) {
    /// Nothing is demanded.
    public static final Protection NONE = new Protection(Optional.empty(), Optional.empty(), Offsite.NONE, false);

    /// Whether either half demands this method.
    public boolean demands(Method method) {
        return login.filter(method::equals).isPresent()
                || operation.filter(method::equals).isPresent();
    }
}
