package dev.countersign.store;

import dev.countersign.audit.AuditEntry;
import dev.countersign.policy.Holder;
import dev.countersign.policy.Role;
import dev.countersign.policy.RoleStore;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.RoleRefusal;
import dev.countersign.store.database.Transactions;
import java.util.Optional;
import java.util.Set;

/// Roles in SQL.
public final class SqlRoleStore implements RoleStore {
    private final Transactions transactions;
    private final SqlPolicyStore policies;

    /// @param transactions where the tables are
    /// @param policies remembers what roles may do
    public SqlRoleStore(Transactions transactions, SqlPolicyStore policies) {
        this.transactions = transactions;
        this.policies = policies;
    }

    @Override
    public Optional<Role> find(long tenant, long id) {
        return transactions.read(handle -> new RoleTable(handle).find(tenant, id));
    }

    @Override
    public Optional<Role> named(long tenant, String name) {
        return transactions.read(handle -> new RoleTable(handle).named(tenant, name));
    }

    @Override
    public boolean add(Role role, int most, AuditEntry entry) {
        return transactions.write(Set.of("roles:" + role.tenant()), handle -> {
            RoleTable table = new RoleTable(handle);
            if (table.named(role.tenant(), role.name()).isPresent()) {
                throw new Refused(new RoleRefusal.NameInUse());
            }
            if (table.count(role.tenant()) >= most) {
                throw new Refused(new RoleRefusal.RolesFull(most));
            }
            boolean added = table.insert(role);
            if (added) {
                new AuditTable(handle).append(entry);
            }
            return added;
        });
    }

    @Override
    public boolean remove(long tenant, long id, AuditEntry entry) {
        boolean gone = transactions.write(Set.of("roles:" + tenant), handle -> {
            boolean removed = new RoleTable(handle).delete(tenant, id);
            if (removed) {
                new AttachmentTable(handle).forget(tenant, new Holder.OfRole(id));
                new AuditTable(handle).append(entry);
            }
            return removed;
        });
        policies.forgetCached();
        return gone;
    }
}
