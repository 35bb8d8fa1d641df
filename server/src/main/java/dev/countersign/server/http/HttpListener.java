package dev.countersign.server.http;

import io.helidon.common.socket.SocketOptions;
import io.helidon.common.tls.Tls;
import io.helidon.http.encoding.ContentEncodingContext;
import io.helidon.http.media.MediaContext;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/// A port on which requests are answered by [Site]s. Every request gets a virtual thread.
public final class HttpListener implements AutoCloseable {
    private static final String ENGINE = "io.helidon";

    private final HttpConfig config;
    private final Guard guard;
    private final Optional<ReloadableKey> key;
    private final WebServer server;
    private final Logger engineLog;

    /// @param config where and how to listen
    /// @param sites what is served, asked in this order
    /// @param early words the refusals that no site does
    /// @param meter told of each answer
    /// @param ticker nanoseconds that only grow
    /// @throws IllegalArgumentException when the address or the TLS files can't be used
    public HttpListener(HttpConfig config, List<Site> sites, EarlyRefusal early, HttpMeter meter, LongSupplier ticker) {
        this.config = config;
        this.guard = new Guard(config.limits(), ticker);
        this.key = config.tls().map(ReloadableKey::new);
        // The engine would log what it refuses, and with it what was sent. Kept, or the level would be lost with it.
        this.engineLog = Logger.getLogger(ENGINE);
        engineLog.setLevel(Level.OFF);
        Sites served = new Sites(List.copyOf(sites), early, meter);
        SiteFilter filter = new SiteFilter(new Arrival(config.behindProxy()), served, guard, ticker);
        this.server = build(filter, new EngineRefusals(served, config.limits()));
    }

    private WebServer build(SiteFilter filter, EngineRefusals refusals) {
        WebServerConfig.Builder builder = WebServer.builder()
                .shutdownHook(false)
                .featuresDiscoverServices(false)
                .protocolsDiscoverServices(false)
                .address(address())
                .port(config.port())
                .useNio(key.isEmpty())
                .connectionOptions(new GuardedOptions(
                        SocketOptions.builder().tcpNoDelay(true).build(), guard))
                .maxTcpConnections(config.limits().connections())
                .idleConnectionTimeout(Duration.ofDays(1))
                .shutdownGracePeriod(config.limits().stop())
                .addConnectionSelector(new GuardedSelector(http1(), guard))
                .directHandlers(refusals.handlers())
                .contentEncoding(ContentEncodingContext.builder()
                        .contentEncodingsDiscoverServices(false)
                        .build())
                .mediaContext(MediaContext.builder()
                        .mediaSupportsDiscoverServices(false)
                        .build())
                .routing(HttpRouting.builder().addFilter(filter));
        key.ifPresent(
                known -> builder.tls(Tls.builder().sslContext(known.context()).build()));
        return builder.build();
    }

    /// Nothing is validated by the engine: a `Host` with a scheme, as tccli sends it, and any other oddity is for
    /// the dialect to answer. What can't be trusted at all is refused by [Arrival].
    private Http1ConnectionSelector http1() {
        return Http1ConnectionSelector.builder()
                .config(Http1Config.builder()
                        .maxPrologueLength(config.limits().lineBytes())
                        .maxHeadersSize(config.limits().headerBytes())
                        .validateRequestHeaders(false)
                        .validatePath(false)
                        .validatePrologue(false)
                        .sendKeepAliveHeader(false)
                        .build())
                .build();
    }

    private InetAddress address() {
        try {
            return InetAddress.getByName(config.address());
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException("the address " + config.address() + " is unknown", unknown);
        }
    }

    /// Begins to listen.
    ///
    /// @throws IllegalStateException when the port is taken or can't be bound
    public void start() {
        guard.start();
        server.start();
        if (!server.isRunning()) {
            guard.close();
            throw new IllegalStateException("can't listen on " + config.address() + ":" + config.port()
                    + ": the port is taken, or the address is not this machine's");
        }
    }

    /// The port that is listened on, once started.
    public int port() {
        return server.port();
    }

    /// Reads certificate and key again. Does nothing without TLS.
    ///
    /// @throws IllegalArgumentException when they can't be used; the present ones stay
    public void reloadTls() {
        key.ifPresent(ReloadableKey::reload);
    }

    /// Accepts nothing more, lets requests that run come to their end within the bound, and stops.
    @Override
    public void close() {
        server.stop();
        guard.close();
    }
}
