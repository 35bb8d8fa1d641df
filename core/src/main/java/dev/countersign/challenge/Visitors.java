package dev.countersign.challenge;

import dev.countersign.refusal.ChallengeRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.Tenant;
import dev.countersign.tenant.TenantStore;

/// Tells who a browser speaks for: the principal that its challenge is put to, without a key.
///
/// @param tenants knows them
public record Visitors(TenantStore tenants) {
    /// The person at this browser, as whoever compares codes and keeps the audit needs to know it.
    ///
    /// @throws Refused when the principal was deleted meanwhile
    Caller caller(Challenge challenge, Visitor visitor) {
        Principal principal = principal(challenge);
        Tenant tenant = tenants.tenant(challenge.tenant()).orElseThrow(Visitors::gone);
        return new Caller(tenant, principal, "", visitor.source(), visitor.request());
    }

    /// Whom a challenge is put to.
    Principal principal(Challenge challenge) {
        return tenants.principal(challenge.tenant(), challenge.principal()).orElseThrow(Visitors::gone);
    }

    private static Refused gone() {
        return new Refused(new ChallengeRefusal.ChallengeUnknown());
    }
}
