package dev.countersign.signin;

import dev.countersign.limit.PacedLimit;
import dev.countersign.limit.PacedLimit.Pace;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// How often passwords are tried, right ones included: from one source, from all sources of one site, whatever names
/// they give, and for one name, wherever that is given. A name that is nobody's is counted like any other, so that a
/// wait tells nothing about it.
///
/// A source comes by its tries more slowly than its site does, and a site more slowly than a name: once it has used up
/// those that it had at once, neither can take every try of the wider one.
public final class Tries {
    /// Enough for the people behind one address, and too little to go through names.
    private static final Pace FROM_ONE_SOURCE = new Pace(20, Duration.ofSeconds(60));

    /// Enough for the people of one place, and too little to go through names with a network for each.
    private static final Pace FROM_ONE_SITE = new Pace(60, Duration.ofSeconds(40));

    /// Until its principal's failures hold it back for longer.
    private static final Pace FOR_ONE_NAME = new Pace(10, Duration.ofSeconds(30));

    private static final int MOST_KEPT = 100_000;

    private final Networks networks;
    private final PacedLimit sources;
    private final PacedLimit sites;
    private final PacedLimit names;

    /// What an address is counted as.
    ///
    /// @param source who has one address of it may have them all
    /// @param site who has one source of it may have them all
    public record Networks(UnaryOperator<String> source, UnaryOperator<String> site) {}

    /// @param clock the time that limits go by
    /// @param networks what an address is counted as
    public Tries(InstantSource clock, Networks networks) {
        this.networks = networks;
        this.sources = new PacedLimit(FROM_ONE_SOURCE, MOST_KEPT, clock);
        this.sites = new PacedLimit(FROM_ONE_SITE, MOST_KEPT, clock);
        this.names = new PacedLimit(FOR_ONE_NAME, MOST_KEPT, clock);
    }

    /// Counts one more. A source that is held back uses up nothing of its site, and neither of them anything of the
    /// name that it gives.
    ///
    /// @param address where it came from
    /// @return how long to wait; empty when it may be tried
    Optional<Duration> admit(String address, long uin) {
        return sources.admit(networks.source().apply(address))
                .or(() -> sites.admit(networks.site().apply(address)))
                .or(() -> names.admit(Long.toString(uin)));
    }
}
