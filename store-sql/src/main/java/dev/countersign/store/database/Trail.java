package dev.countersign.store.database;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.config.JdbiConfig;

/// Where the request that a unit of work is of stands in a trace, as W3C `traceparent` writes it. It goes with
/// the connection, since the unit runs in the writer's thread and not in the request's.
public final class Trail implements JdbiConfig<Trail> {
    private Optional<String> place;

    /// Nowhere; made by JDBI.
    public Trail() {
        this(Optional.empty());
    }

    private Trail(Optional<String> place) {
        this.place = place;
    }

    /// Says where the next unit on this connection stands.
    static void put(Handle handle, Optional<String> place) {
        handle.getConfig(Trail.class).place = place;
    }

    /// Where the present unit stands; empty for nowhere.
    public static Optional<String> of(Handle handle) {
        return handle.getConfig(Trail.class).place;
    }

    @Override
    public Trail createCopy() {
        return new Trail(place);
    }
}
