package dev.countersign.protection;

import java.util.List;
import java.util.Optional;

/// What a tenant decides about the protection of all its principals.
///
/// @param protectsCalls whether sensitive calls need a second factor
/// @param forcesLogin whether every login is challenged
/// @param forcesOperation whether every sensitive operation is challenged
/// @param customPage the tenant's own page for `Custom`, with `{MFAToken}` in it
/// @param returnTo where a browser may be sent after a challenge
public record TenantRules(
        boolean protectsCalls,
        boolean forcesLogin,
        boolean forcesOperation,
        Optional<String> customPage,
        List<String> returnTo) {
    /// Nothing decided.
    public static final TenantRules NONE = new TenantRules(false, false, false, Optional.empty(), List.of());

    /// Copies the list.
    public TenantRules {
        returnTo = List.copyOf(returnTo);
    }
}
