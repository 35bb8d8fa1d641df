package dev.countersign.store;

import dev.countersign.authenticator.Possession;
import dev.countersign.seal.Seals;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What principals can prove themselves with, out of the tables that hold it, within one unit of work.
record PossessionTable(Handle handle, Seals seals) {
    Optional<Possession> of(long tenant, long uin) {
        return new UserTable(handle)
                .bound(tenant, uin)
                .map(row -> new Possession(
                        row.open(seals, tenant, uin),
                        new TotpTable(handle).device(uin).isPresent()));
    }
}
