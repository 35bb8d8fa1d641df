package dev.countersign.signin;

import dev.countersign.limit.PacedLimit;
import dev.countersign.limit.PacedLimit.Pace;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// How often passwords are tried, right ones included: from one source, whatever names it gives, and for one name,
/// wherever that is given. A name that is nobody's is counted like any other, so that a wait tells nothing about it.
public final class Tries {
    /// Enough for the people behind one address, and too little to go through names.
    private static final Pace FROM_ONE_SOURCE = new Pace(20, Duration.ofSeconds(30));

    /// Until its principal's failures hold it back for longer.
    private static final Pace FOR_ONE_NAME = new Pace(10, Duration.ofSeconds(30));

    private static final int MOST_KEPT = 100_000;

    private final PacedLimit sources;
    private final PacedLimit names;
    private final UnaryOperator<String> network;

    /// @param clock the time that limits go by
    /// @param network what an address is counted as: who has one address of a network may have them all
    public Tries(InstantSource clock, UnaryOperator<String> network) {
        this.network = network;
        this.sources = new PacedLimit(FROM_ONE_SOURCE, MOST_KEPT, clock);
        this.names = new PacedLimit(FOR_ONE_NAME, MOST_KEPT, clock);
    }

    /// Counts one more. A source that is held back uses up nothing of the name that it gives.
    ///
    /// @return how long to wait; empty when it may be tried
    Optional<Duration> admit(String source, long uin) {
        return sources.admit(network.apply(source)).or(() -> names.admit(Long.toString(uin)));
    }
}
