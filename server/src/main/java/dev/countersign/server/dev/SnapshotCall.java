package dev.countersign.server.dev;

import dev.countersign.gateway.wire.Value;
import dev.countersign.server.dev.exchange.Asked;
import dev.countersign.server.dev.exchange.Declined;
import dev.countersign.server.dev.exchange.DevCall;
import dev.countersign.server.dev.exchange.Reason;
import dev.countersign.server.dev.fault.ChosenFaults;
import java.util.Map;
import java.util.regex.Pattern;

/// `/dev/snapshots/{id}`: PUT restores a saved world with its clock's offset. Chosen faults belong to no world:
/// they are taken away, so that one test's faults don't reach the next.
public final class SnapshotCall implements DevCall {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final Snapshots snapshots;
    private final WorldStore store;
    private final VirtualClock clock;
    private final ChosenFaults faults;

    /// @param snapshots keeps worlds
    /// @param store whose caches are forgotten
    /// @param clock takes its offset from the restored world
    /// @param faults are taken away
    public SnapshotCall(Snapshots snapshots, WorldStore store, VirtualClock clock, ChosenFaults faults) {
        this.snapshots = snapshots;
        this.store = store;
        this.clock = clock;
        this.faults = faults;
    }

    @Override
    public String path() {
        return "/dev/snapshots/{id}";
    }

    @Override
    public Map<String, Handler> methods() {
        return Map.of("PUT", this::restore);
    }

    private Value restore(Asked asked) {
        asked.nothing();
        String id = asked.tail();
        if (!ID.matcher(id).matches() || !snapshots.restore(id)) {
            throw Declined.unknown("no snapshot has this id: GET /dev/snapshots lists them")
                    .because(Reason.GONE, "");
        }
        store.forgetCached();
        faults.clear();
        clock.reload();
        return Value.Fields.none().plus("id", Value.text(id));
    }
}
