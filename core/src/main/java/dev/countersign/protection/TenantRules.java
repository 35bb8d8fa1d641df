package dev.countersign.protection;

import java.util.List;
import java.util.Optional;

/// What a tenant demands of its principals and callers, and where its own pages are.
///
/// @param protectsCalls whether sensitive calls need a caller who has shown a second factor lately
/// @param forcesLogin whether nobody's login protection may be switched off
/// @param forcesOperation whether nobody's operation protection may be switched off
/// @param customPage where a custom challenge sends the browser; `{MFAToken}` in it stands for the token
/// @param returnTo where a challenge may send the browser when it has ended
public record TenantRules(
        boolean protectsCalls,
        boolean forcesLogin,
        boolean forcesOperation,
        Optional<String> customPage,
        List<String> returnTo) {
    /// Nothing is demanded, and no page is registered.
    public static final TenantRules NONE = new TenantRules(false, false, false, Optional.empty(), List.of());

    /// Copies the list.
    public TenantRules {
        returnTo = List.copyOf(returnTo);
    }
}
