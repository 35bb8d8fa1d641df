package dev.countersign.store;

import dev.countersign.audit.AuditEntry;
import dev.countersign.protection.Protection;
import dev.countersign.protection.ProtectionPolicy;
import dev.countersign.protection.ProtectionStore;
import dev.countersign.protection.Standing;
import dev.countersign.protection.TenantRules;
import dev.countersign.refusal.ProtectionRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.store.database.Transactions;
import java.util.Set;
import java.util.SortedMap;

/// What guards principals, in SQL. A change excludes every other change of the principal, also an unbinding, and
/// of the tenant's rules.
public final class SqlProtectionStore implements ProtectionStore {
    private final Transactions transactions;

    /// @param transactions where the table is
    public SqlProtectionStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Protection of(long tenant, long uin) {
        return transactions.read(handle -> new ProtectionTable(handle).of(tenant, uin));
    }

    @Override
    public SortedMap<Long, Protection> list(long tenant, int most) {
        return transactions.read(handle -> new ProtectionTable(handle).list(tenant, most));
    }

    @Override
    public Protection change(long tenant, long uin, ProtectionPolicy policy, AuditEntry entry) {
        return transactions.write(Set.of(Lookups.keyOfPrincipal(uin), Lookups.keyOfRules(tenant)), handle -> {
            ProtectionTable table = new ProtectionTable(handle);
            TenantRules rules = new TenantRulesTable(handle).of(tenant);
            Standing standing = table.standing(tenant, uin, rules)
                    .orElseThrow(() -> new Refused(new ProtectionRefusal.UserUnknown()));
            Protection decided = policy.decide(standing);
            table.put(uin, decided);
            new AuditTable(handle).append(entry);
            return decided;
        });
    }
}
