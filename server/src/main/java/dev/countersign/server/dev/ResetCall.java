package dev.countersign.server.dev;

import dev.countersign.gateway.wire.Value;
import dev.countersign.server.dev.exchange.Asked;
import dev.countersign.server.dev.exchange.DevCall;
import dev.countersign.server.dev.fault.ChosenFaults;
import java.util.Map;

/// `/dev/reset`: POST brings back the world as it was made: tenants, customers, verifications, messages, test
/// numbers, faults and clock. Saved snapshots stay.
public final class ResetCall implements DevCall {
    private final WorldStore store;
    private final Runnable seed;
    private final VirtualClock clock;
    private final ChosenFaults faults;

    /// @param store everything that is kept
    /// @param seed makes the dev world in an empty store, see [DevWorld#seed]
    /// @param clock goes back to the real time
    /// @param faults are taken away
    public ResetCall(WorldStore store, Runnable seed, VirtualClock clock, ChosenFaults faults) {
        this.store = store;
        this.seed = seed;
        this.clock = clock;
        this.faults = faults;
    }

    @Override
    public String path() {
        return "/dev/reset";
    }

    @Override
    public Map<String, Handler> methods() {
        return Map.of("POST", this::reset);
    }

    private Value reset(Asked asked) {
        asked.nothing();
        store.empty();
        seed.run();
        faults.clear();
        clock.back();
        return WorldCall.world();
    }
}
