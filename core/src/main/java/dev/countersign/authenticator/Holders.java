package dev.countersign.authenticator;

import dev.countersign.refusal.AuthenticatorRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.TenantStore;

/// Whose authenticators a call is about.
final class Holders {
    private Holders() {}

    /// A principal of the caller's tenant.
    ///
    /// @throws Refused with [AuthenticatorRefusal.HolderUnknown] when the tenant has none of that UIN, be it
    ///     another's
    static Principal require(TenantStore tenants, Caller caller, long uin) {
        return tenants.principal(caller.tenant().id(), uin)
                .orElseThrow(() -> new Refused(new AuthenticatorRefusal.HolderUnknown()));
    }
}
