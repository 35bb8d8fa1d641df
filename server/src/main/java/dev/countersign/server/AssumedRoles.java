package dev.countersign.server;

import dev.countersign.policy.Documents;
import dev.countersign.policy.Roles;
import dev.countersign.sts.AssumableRoles;
import dev.countersign.tenant.Caller;
import java.util.Optional;

/// The roles that tenants manage, as those that can be assumed.
///
/// @param roles knows them
/// @param documents reads session policies
record AssumedRoles(Roles roles, Documents documents) implements AssumableRoles {
    @Override
    public Optional<Role> find(long tenant, RoleName name) {
        return managed(tenant, name)
                .map(role -> new Role(role.id(), role.name(), role.terms().longest()));
    }

    private Optional<dev.countersign.policy.Role> managed(long tenant, RoleName name) {
        return switch (name) {
            case RoleName.Named named ->
                roles.find(tenant, named.name()).filter(role -> role.name().equals(named.name()));
            case RoleName.Numbered numbered ->
                roles.find(tenant, Long.toString(numbered.id())).filter(role -> role.id() == numbered.id());
        };
    }

    @Override
    public boolean mayAssume(Caller caller, Role role, Optional<String> externalId) {
        return managed(caller.tenant().id(), new RoleName.Numbered(role.id()))
                .filter(managed -> roles.mayAssume(managed, caller, externalId))
                .isPresent();
    }

    @Override
    public void requireSound(String policy, long tenant) {
        documents.read(policy, tenant);
    }
}
