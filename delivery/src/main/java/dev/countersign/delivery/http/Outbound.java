package dev.countersign.delivery.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// Speaks to one host. The client is given the address that [TargetGuard] allowed and not the name, so that
/// it can't resolve the name again to something else; the name goes into `Host`, and into TLS, where the
/// certificate must bear it. Redirects are not followed, proxies not asked, and answers read up to 64 kB.
///
/// Java lets a program set `Host` only if started with [#PROPERTY].
public final class Outbound implements AutoCloseable {
    /// The system property that must hold `host` before the first client of this Java is made.
    public static final String PROPERTY = "jdk.httpclient.allowRestrictedHeaders";

    private static final int MOST_ADDRESSES = 2;

    private final URI target;
    private final Reach reach;
    private final TargetGuard guard;
    private final Exchange exchange;

    /// What is outside.
    ///
    /// @param resolver finds the addresses of a name
    /// @param trust which certificates are believed
    /// @param clock the time
    public record Surroundings(Resolver resolver, SSLContext trust, InstantSource clock) {}

    /// @param target scheme, host and port
    /// @param reach where it may go and how long it may take
    /// @throws IllegalStateException when Java was started without [#PROPERTY]
    Outbound(URI target, Reach reach, Surroundings surroundings) {
        this.target = target;
        this.reach = reach;
        this.guard = new TargetGuard(surroundings.resolver(), reach.inside());
        this.exchange = new Exchange(target.getHost(), reach, surroundings);
        requireHost();
    }

    private void requireHost() {
        try {
            HttpRequest.newBuilder(target).header("Host", target.getAuthority()).build();
        } catch (IllegalArgumentException restricted) {
            throw new IllegalStateException("Java must be started with -D" + PROPERTY + "=host", restricted);
        }
    }

    /// Sends a request and waits for the whole answer. When an address takes no connection, one more is
    /// tried: nothing was said to the first.
    ///
    /// @throws Unanswered when there is none in time
    Answer send(Call call) throws Unanswered {
        List<InetAddress> addresses = guard.addresses(target.getHost());
        int last = Math.min(addresses.size(), MOST_ADDRESSES) - 1;
        try {
            for (InetAddress address : addresses.subList(0, last)) {
                Optional<Answer> answer = unlessUnreachable(call, address);
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
            return exchange.answer(request(call, addresses.get(last)));
        } catch (IOException broken) {
            throw new Unanswered(Exchange.reason(broken));
        }
    }

    private Optional<Answer> unlessUnreachable(Call call, InetAddress address) throws IOException, Unanswered {
        try {
            return Optional.of(exchange.answer(request(call, address)));
        } catch (ConnectException | HttpConnectTimeoutException unreachable) {
            return Optional.empty();
        }
    }

    private HttpRequest request(Call call, InetAddress address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(address, call.path()))
                .timeout(reach.answer())
                .method(
                        call.method(),
                        call.body().length() == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(
                                        call.body().toArray()))
                .header("Host", target.getAuthority())
                .header("User-Agent", "countersign");
        call.headers().forEach(request::setHeader);
        return request.build();
    }

    private URI at(InetAddress address, String path) {
        String literal = address.getHostAddress();
        String host = literal.indexOf(':') < 0 ? literal : "[" + literal.replace("%", "%25") + "]";
        String port = target.getPort() < 0 ? "" : ":" + target.getPort();
        return URI.create(target.getScheme() + "://" + host + port + path);
    }

    /// Waits for what is under way, as long as it may take, then ends all connections.
    @Override
    public void close() {
        exchange.close();
    }
}
