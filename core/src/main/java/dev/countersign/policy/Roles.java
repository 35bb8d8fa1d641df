package dev.countersign.policy;

import dev.countersign.audit.AuditEntry;
import dev.countersign.policy.document.Access;
import dev.countersign.policy.document.Effect;
import dev.countersign.policy.document.PolicyDocument;
import dev.countersign.policy.document.Statement;
import dev.countersign.policy.document.TrustGrammar;
import dev.countersign.policy.document.Trusted;
import dev.countersign.refusal.PolicyDocumentRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.RoleRefusal;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.TenantStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Manages a tenant's roles, and tells who may assume one.
public final class Roles {
    /// How many roles a tenant may have.
    public static final int MOST = 1000;

    private static final long FIRST_ID = 4_611_686_018_427_387_904L;
    private static final long IDS = 1L << 40;
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}|[1-8][0-9]{18}");
    private static final String ASSUMING = "sts:AssumeRole";

    private final RoleStore store;
    private final TenantStore tenants;
    private final TrustGrammar grammar;
    private final Policies.Surroundings surroundings;

    /// @param store keeps roles
    /// @param tenants knows users
    /// @param grammar reads trust documents
    /// @param surroundings clock and randomness
    public Roles(RoleStore store, TenantStore tenants, TrustGrammar grammar, Policies.Surroundings surroundings) {
        this.store = store;
        this.tenants = tenants;
        this.grammar = grammar;
        this.surroundings = surroundings;
    }

    /// Makes a role. Whom it trusts must exist in the tenant; a tenant never learns whether another one's does.
    ///
    /// @return its id
    /// @throws Refused with a [RoleRefusal] or [PolicyDocumentRefusal]
    public long create(Caller caller, Role.Terms terms) {
        if (!Naming.isName(terms.name())) {
            throw new Refused(new RoleRefusal.NameInvalid());
        }
        Naming.description(terms.description());
        Tag.checked(terms.tags());
        long tenant = caller.tenant().id();
        grammar.trust(terms.trust(), tenant).statements().stream()
                .flatMap(statement -> statement.trusted().stream())
                .forEach(trusted -> exist(trusted, tenant));
        Instant now = now();
        while (true) {
            Role role = new Role(FIRST_ID + surroundings.random().nextLong(IDS), tenant, terms, now, now);
            AuditEntry entry = AuditEntry.by(caller, now, "role.created", role.subject(), Map.of("name", terms.name()));
            if (store.add(role, MOST, entry)) {
                return role.id();
            }
        }
    }

    private void exist(Trusted trusted, long tenant) {
        boolean all = trusted.tenants().stream().allMatch(id -> id == tenant)
                && trusted.principals().stream()
                        .allMatch(uin -> tenants.principal(tenant, uin).isPresent());
        if (!all) {
            throw new Refused(new PolicyDocumentRefusal.PrincipalUnknown());
        }
    }

    /// Deletes a role.
    ///
    /// @throws Refused with [RoleRefusal.RoleUnknown]
    public void delete(Caller caller, RoleSelection selection) {
        Role role = require(caller, selection);
        AuditEntry entry = AuditEntry.by(caller, now(), "role.deleted", role.subject(), Map.of("name", role.name()));
        if (!store.remove(role.tenant(), role.id(), entry)) {
            throw new Refused(new RoleRefusal.RoleUnknown());
        }
    }

    /// A role of the caller's tenant.
    ///
    /// @throws Refused with [RoleRefusal.RoleUnknown]
    public Role require(Caller caller, RoleSelection selection) {
        long tenant = caller.tenant().id();
        Optional<Role> found = switch (selection) {
            case RoleSelection.ById(String id) -> byId(tenant, id);
            case RoleSelection.ByName(String name) -> store.named(tenant, name);
        };
        return found.orElseThrow(() -> new Refused(new RoleRefusal.RoleUnknown()));
    }

    /// A role of a tenant by its name, or else by its id.
    public Optional<Role> find(long tenant, String nameOrId) {
        return store.named(tenant, nameOrId).or(() -> byId(tenant, nameOrId));
    }

    private Optional<Role> byId(long tenant, String id) {
        return ID.matcher(id).matches() ? store.find(tenant, Long.parseLong(id)) : Optional.empty();
    }

    /// Whether the role's trust document lets this caller assume it. Who already acts as a role assumes no other.
    ///
    /// @param externalId what the caller gave to tell for whom it does so, for the condition of that name
    public boolean mayAssume(Role role, Caller caller, Optional<String> externalId) {
        if (caller.temporary().flatMap(key -> key.role()).isPresent()
                || role.tenant() != caller.tenant().id()) {
            return false;
        }
        long tenant = caller.tenant().id();
        long uin = caller.principal().uin();
        PolicyDocument trust = grammar.trust(role.terms().trust(), role.tenant());
        Access access = new Access(
                ASSUMING,
                role.arn(),
                new Access.Actor(tenant, uin),
                new CallCircumstances(caller, now(), externalId, Optional.empty()));
        List<Statement> about = trust.statements().stream()
                .filter(statement -> statement
                        .trusted()
                        .filter(who -> who.means(tenant, uin))
                        .isPresent())
                .filter(statement -> statement.covers(access))
                .toList();
        return !about.isEmpty() && about.stream().noneMatch(statement -> statement.effect() == Effect.DENY);
    }

    private Instant now() {
        return surroundings.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
