package dev.countersign.server;

import dev.countersign.customer.CustomerStore.Caps;
import dev.countersign.customer.RegistrationPolicy;
import dev.countersign.server.http.HttpListener;
import dev.countersign.value.RequestId;
import dev.countersign.value.Secret;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A running server. This is the composition root: services are constructed from here, and nowhere else.
public final class Countersign implements AutoCloseable {
    private final HttpListener listener;
    private final List<AutoCloseable> parts;

    /// @param listener what answers
    /// @param parts what runs behind it, in the order in which it is stopped
    Countersign(HttpListener listener, List<AutoCloseable> parts) {
        this.listener = listener;
        this.parts = List.copyOf(parts);
    }

    /// How a dev world is started.
    ///
    /// @param data the data directory; made when it is not there
    /// @param address the address to bind to
    /// @param port the port; 0 for any free one
    /// @param token what the dev surface and others than loopback need; none on loopback
    /// @param relaxedLimits whether calls a second are not limited
    /// @param customers how many customers a partner may hold
    /// @param given clock, randomness and request ids
    public record DevOptions(
            Path data,
            String address,
            int port,
            Optional<Secret> token,
            boolean relaxedLimits,
            int customers,
            Given given) {
        /// On a free port of 127.0.0.1, as a test wants it.
        public static DevOptions at(Path data) {
            int customers = RegistrationPolicy.standard().caps().customersPerPartner();
            return new DevOptions(data, "127.0.0.1", 0, Optional.empty(), false, customers, Given.system());
        }

        /// The same without limits on calls a second.
        public DevOptions relaxed() {
            return new DevOptions(data, address, port, token, true, customers, given);
        }

        /// The same with another number of customers that a partner may hold.
        public DevOptions customersPerPartner(int most) {
            return new DevOptions(data, address, port, token, relaxedLimits, most, given);
        }

        /// The same with another clock and other request ids.
        public DevOptions given(InstantSource clock, Supplier<RequestId> requestIds) {
            Given other = new Given(clock, new SecureRandom(), requestIds);
            return new DevOptions(data, address, port, token, relaxedLimits, customers, other);
        }

        Rules rules() {
            RegistrationPolicy standard = RegistrationPolicy.standard();
            Caps caps = new Caps(standard.caps().accountsPerNumber(), customers);
            return Rules.development(relaxedLimits, new RegistrationPolicy(standard.unservedCountryCodes(), caps));
        }
    }

    /// Starts a dev world: calls succeed when this returns.
    ///
    /// @throws IllegalStateException when the directory is not a dev world's, or the port is taken
    public static Countersign dev(DevOptions options) {
        return DevAssembly.start(options);
    }

    /// The port that is listened on.
    public int port() {
        return listener.port();
    }

    /// Stops: no new requests, those that run come to their end, then what runs behind them.
    @Override
    public void close() {
        listener.close();
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception stuck) {
                System.getLogger(Countersign.class.getName())
                        .log(System.Logger.Level.WARNING, "a part did not stop cleanly", stuck);
            }
        }
    }
}
