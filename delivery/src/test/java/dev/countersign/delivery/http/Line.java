package dev.countersign.delivery.http;

import dev.countersign.testkit.TestClock;
import java.net.InetAddress;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;

/// What is outside of a carrier under test: every name is this machine.
final class Line {
    /// Impatient, and allowed to go to this machine.
    static final Reach HERE = new Reach(Duration.ofSeconds(5), Duration.ofSeconds(10), true);

    private Line() {}

    static Outbound.Surroundings here() throws NoSuchAlgorithmException {
        return trusting(SSLContext.getDefault());
    }

    static Outbound.Surroundings trusting(SSLContext trust) {
        return resolving(host -> List.of(InetAddress.getLoopbackAddress()), trust);
    }

    static Outbound.Surroundings resolving(Resolver resolver, SSLContext trust) {
        return new Outbound.Surroundings(resolver, trust, TestClock.atNoon());
    }
}
