package dev.countersign.protection;

import java.util.Optional;

/// Which second factor a principal must show, for login and for sensitive operations apart.
///
/// @param login for login; empty for none
/// @param operation for sensitive operations; empty for none
/// @param offsite what happens at a login from an unusual place
/// @param promptTrust whether the login page offers to trust the device
public record Protection(Optional<Method> login, Optional<Method> operation, Offsite offsite, boolean promptTrust) {
    /// None at all.
    public static final Protection NONE = new Protection(Optional.empty(), Optional.empty(), Offsite.NONE, false);
}
