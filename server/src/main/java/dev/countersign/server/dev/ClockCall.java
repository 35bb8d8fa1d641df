package dev.countersign.server.dev;

import dev.countersign.gateway.wire.Value;
import dev.countersign.server.dev.exchange.Asked;
import dev.countersign.server.dev.exchange.Declined;
import dev.countersign.server.dev.exchange.DevCall;
import dev.countersign.server.dev.exchange.Members;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// `/dev/clock`: GET reads the virtual clock, POST moves it with `advance` or `set`, DELETE moves it back to
/// the real time. Each answers what it reads then.
public final class ClockCall implements DevCall {
    private final VirtualClock clock;

    /// @param clock the clock that everything of ours obeys
    public ClockCall(VirtualClock clock) {
        this.clock = clock;
    }

    @Override
    public String path() {
        return "/dev/clock";
    }

    @Override
    public Map<String, Handler> methods() {
        return Map.of("GET", this::read, "POST", this::move, "DELETE", this::back);
    }

    private Value read(Asked asked) {
        asked.query();
        return reading();
    }

    private Value move(Asked asked) {
        Members wanted = asked.members("advance", "set");
        Optional<Duration> advance = wanted.span("advance");
        Optional<Instant> set = wanted.instant("set");
        if (advance.isPresent() == set.isPresent()) {
            throw Declined.malformed(
                    "give either {\"advance\":\"60s\"} or {\"set\":\"2027-01-01T00:00:00Z\"}, not both and not neither");
        }
        advance.ifPresent(clock::advance);
        set.ifPresent(clock::set);
        return reading();
    }

    private Value back(Asked asked) {
        asked.query();
        clock.back();
        return reading();
    }

    private Value reading() {
        return Value.Fields.none()
                .plus("now", Value.text(clock.instant().toString()))
                .plus("offsetMillis", Value.number(clock.offsetMillis()));
    }
}
