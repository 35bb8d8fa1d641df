package dev.countersign.server.dev.kept;

import dev.countersign.server.dev.WorldStore;
import dev.countersign.store.SqlPolicyStore;
import dev.countersign.store.SqlTenantStore;
import dev.countersign.store.SqlTestNumbers;
import dev.countersign.store.SqliteSnapshots;

/// The store as a whole.
public final class KeptWorld implements WorldStore {
    private final SqliteSnapshots snapshots;
    private final SqlTenantStore tenants;
    private final SqlPolicyStore policies;
    private final SqlTestNumbers numbers;

    /// @param snapshots empties the store
    /// @param tenants caches keys
    /// @param policies caches what users may do
    /// @param numbers caches test numbers
    public KeptWorld(
            SqliteSnapshots snapshots, SqlTenantStore tenants, SqlPolicyStore policies, SqlTestNumbers numbers) {
        this.snapshots = snapshots;
        this.tenants = tenants;
        this.policies = policies;
        this.numbers = numbers;
    }

    @Override
    public void empty() {
        snapshots.reset();
        forgetCached();
    }

    @Override
    public void forgetCached() {
        tenants.forgetCached();
        policies.forgetCached();
        numbers.refresh();
    }
}
