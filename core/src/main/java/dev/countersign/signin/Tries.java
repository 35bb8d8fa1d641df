package dev.countersign.signin;

import dev.countersign.limit.PacedLimit;
import dev.countersign.limit.PacedLimit.Pace;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How often passwords are tried, right ones included: from one source, whatever names it gives, and for one name,
/// wherever that is given. A name that is nobody's is counted like any other, so that a wait tells nothing about it.
public final class Tries {
    /// Enough for the people behind one address, and too little to go through names.
    private static final Pace FROM_ONE_SOURCE = new Pace(20, Duration.ofSeconds(30));

    /// Until its principal's failures hold it back for longer.
    private static final Pace FOR_ONE_NAME = new Pace(10, Duration.ofSeconds(30));

    private static final int MOST_KEPT = 100_000;
    private static final int LONGEST = 64;
    private static final int NETWORK = 8;

    /// An address as some proxies write it: `192.0.2.1:4711`, `[2001:db8::1]:4711`.
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^]]*)](?::[0-9]{1,5})?|([^:]*):[0-9]{1,5}");

    private final PacedLimit sources;
    private final PacedLimit names;

    /// @param clock the time that limits go by
    public Tries(InstantSource clock) {
        this.sources = new PacedLimit(FROM_ONE_SOURCE, MOST_KEPT, clock);
        this.names = new PacedLimit(FOR_ONE_NAME, MOST_KEPT, clock);
    }

    /// Counts one more. A source that is held back uses up nothing of the name that it gives.
    ///
    /// @return how long to wait; empty when it may be tried
    Optional<Duration> admit(String source, long uin) {
        return sources.admit(network(source)).or(() -> names.admit(Long.toString(uin)));
    }

    /// Who has one address of an IPv6 network has them all (RFC 6177): its first 64 bits count.
    static String network(String source) {
        Matcher ported = WITH_PORT.matcher(source);
        String bare = !ported.matches() ? source : ported.group(1) != null ? ported.group(1) : ported.group(2);
        try {
            InetAddress address = InetAddress.ofLiteral(bare);
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK))
                    : address.getHostAddress();
        } catch (IllegalArgumentException other) {
            return source.length() <= LONGEST ? source : source.substring(0, LONGEST);
        }
    }
}
