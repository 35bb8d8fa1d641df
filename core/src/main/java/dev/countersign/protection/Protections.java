package dev.countersign.protection;

import dev.countersign.audit.AuditEntry;
import dev.countersign.refusal.ProtectionRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.TenantStore;
import java.time.InstantSource;
import java.util.SortedMap;

/// Tells and changes what guards principals.
public final class Protections {
    private static final String CHANGED = "protection.changed";

    private final ProtectionStore store;
    private final TenantStore tenants;
    private final InstantSource clock;
    private final boolean guardsLowering;

    /// @param store keeps what guards principals
    /// @param tenants knows the principals
    /// @param clock the time that the audit says
    /// @param guardsLowering whether a principal needs a second factor to lower its own protection
    public Protections(ProtectionStore store, TenantStore tenants, InstantSource clock, boolean guardsLowering) {
        this.store = store;
        this.tenants = tenants;
        this.clock = clock;
        this.guardsLowering = guardsLowering;
    }

    /// What guards the caller itself.
    ///
    /// @throws Refused with [ProtectionRefusal.UserUnknown] when it is there no more
    public Protection own(Caller caller) {
        return of(caller, caller.principal().uin());
    }

    /// What guards a principal of the caller's tenant.
    ///
    /// @throws Refused with [ProtectionRefusal.UinInvalid] for what can't be a UIN, with
    ///     [ProtectionRefusal.UserUnknown] for one that the tenant does not have, be it another's
    public Protection of(Caller caller, long uin) {
        return store.of(caller.tenant().id(), require(caller.tenant().id(), uin).uin());
    }

    /// Changes what guards a principal of the caller's tenant.
    ///
    /// @return what guards it from now on
    /// @throws Refused as [#of], with [ProtectionRefusal.NotAllowed] when a user would change the root, when what
    ///     the tenant forces would be switched off, or when the caller would lower its own protection with a key
    ///     that shows no second factor; with a [dev.countersign.refusal.FactorRefusal] when the factor is not bound
    public Protection change(Caller caller, long uin, ProtectionChange wanted) {
        Principal target = require(caller.tenant().id(), uin);
        if (target.isRoot() && !actsAsRoot(caller)) {
            throw new Refused(new ProtectionRefusal.NotAllowed());
        }
        boolean guarded = guardsLowering && uin == caller.principal().uin() && !showsFactor(caller);
        return store.change(
                target.tenant(),
                uin,
                new ProtectionPolicy(wanted, true, guarded),
                AuditEntry.by(caller, clock.instant(), CHANGED, AuditEntry.principal(uin), wanted.facts()));
    }

    /// Changes what guards a principal, for the installation itself: only what the factors demand is looked at.
    ///
    /// @throws Refused with [ProtectionRefusal.UinInvalid], [ProtectionRefusal.UserUnknown] or a
    ///     [dev.countersign.refusal.FactorRefusal]
    public Protection place(long tenant, long uin, ProtectionChange wanted) {
        require(tenant, uin);
        return store.change(
                tenant,
                uin,
                new ProtectionPolicy(wanted, false, false),
                AuditEntry.own(clock.instant(), tenant, CHANGED, AuditEntry.principal(uin), wanted.facts()));
    }

    /// What guards the principals of a tenant that were ever changed, by UIN.
    ///
    /// @param most how many at the most
    public SortedMap<Long, Protection> list(long tenant, int most) {
        return store.list(tenant, most);
    }

    private Principal require(long tenant, long uin) {
        if (uin <= 0) {
            throw new Refused(new ProtectionRefusal.UinInvalid());
        }
        return tenants.principal(tenant, uin).orElseThrow(() -> new Refused(new ProtectionRefusal.UserUnknown()));
    }

    /// A root that assumed a role is no root while it uses the role's key.
    private static boolean actsAsRoot(Caller caller) {
        return caller.principal().isRoot()
                && caller.temporary().flatMap(key -> key.role()).isEmpty();
    }

    private static boolean showsFactor(Caller caller) {
        return caller.temporary().flatMap(key -> key.mfaAt()).isPresent();
    }
}
