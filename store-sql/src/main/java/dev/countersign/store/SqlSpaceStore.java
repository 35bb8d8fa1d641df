package dev.countersign.store;

import dev.countersign.audit.AuditEntry;
import dev.countersign.migration.Space;
import dev.countersign.migration.SpaceStore;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.SpaceRefusal;
import dev.countersign.store.database.Transactions;
import dev.countersign.tenant.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Spaces in SQL.
public final class SqlSpaceStore implements SpaceStore {
    private final Transactions transactions;

    /// @param transactions where the table is
    public SqlSpaceStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Space> find(String id) {
        return transactions.read(handle -> new SpaceTable(handle).find(id));
    }

    @Override
    public List<Space> of(long tenant) {
        return transactions.read(handle -> new SpaceTable(handle).of(tenant));
    }

    @Override
    public boolean add(Space space, Instant now) {
        return transactions.write(handle -> new SpaceTable(handle).insert(space, now));
    }

    @Override
    public Space bind(Caller caller, String waba, String freshId, int most, Instant now) {
        long tenant = caller.tenant().id();
        return transactions.write(Set.of("waba:" + waba, "spaces:" + tenant), handle -> {
            SpaceTable table = new SpaceTable(handle);
            Optional<Space> bound = table.ofWaba(waba);
            if (bound.isPresent()) {
                return bound.filter(space -> space.tenant() == tenant)
                        .orElseThrow(() -> new Refused(new SpaceRefusal.WabaTaken()));
            }
            Space space = free(table, tenant, freshId, most, now);
            table.bind(space.id(), waba);
            new AuditTable(handle)
                    .append(AuditEntry.by(caller, now, "space.bound", "space/" + space.id(), Map.of("waba", waba)));
            return new Space(space.id(), tenant, Optional.of(waba));
        });
    }

    private static Space free(SpaceTable table, long tenant, String freshId, int most, Instant now) {
        List<Space> own = table.of(tenant);
        Optional<Space> bare =
                own.stream().filter(space -> space.waba().isEmpty()).findFirst();
        if (bare.isPresent()) {
            return bare.get();
        }
        if (own.size() >= most) {
            throw new Refused(new SpaceRefusal.SpacesReached(most));
        }
        Space fresh = new Space(freshId, tenant, Optional.empty());
        if (!table.insert(fresh, now)) {
            throw new IllegalStateException("a drawn id of a space is taken");
        }
        return fresh;
    }
}
