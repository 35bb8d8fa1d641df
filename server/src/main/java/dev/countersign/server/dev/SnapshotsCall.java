package dev.countersign.server.dev;

import dev.countersign.gateway.wire.Value;
import dev.countersign.server.dev.exchange.Asked;
import dev.countersign.server.dev.exchange.Declined;
import dev.countersign.server.dev.exchange.DevCall;
import dev.countersign.server.dev.exchange.Reason;
import java.util.Map;

/// `/dev/snapshots`: POST saves the present world under an id, GET lists what was saved.
public final class SnapshotsCall implements DevCall {
    /// How many may be saved.
    static final int MOST = 100;

    private final Snapshots snapshots;

    /// @param snapshots keeps worlds
    public SnapshotsCall(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public String path() {
        return "/dev/snapshots";
    }

    @Override
    public Map<String, Handler> methods() {
        return Map.of("GET", this::list, "POST", this::save);
    }

    private Value list(Asked asked) {
        asked.query();
        return new Value.Items(snapshots.all().stream()
                .<Value>map(saved -> Value.Fields.none()
                        .plus("id", Value.text(saved.id()))
                        .plus("savedAt", Value.text(saved.savedAt().toString())))
                .toList());
    }

    private Value save(Asked asked) {
        asked.nothing();
        if (snapshots.all().size() >= MOST) {
            throw Declined.conflict("at most " + MOST + " snapshots are kept; start on a new data directory")
                    .because(Reason.FULL, "", Integer.toString(MOST));
        }
        return Value.Fields.none().plus("id", Value.text(snapshots.save()));
    }
}
