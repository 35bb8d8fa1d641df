package dev.countersign.delivery.http;

import dev.countersign.value.Bytes;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;

/// Speaks to one host. The client is given the address that [TargetGuard] allowed and not the name, so that
/// it can't resolve the name again to something else; the name goes into `Host`, and into TLS, where the
/// certificate must bear it. Redirects are not followed, proxies not asked, and answers read up to 64 kB.
///
/// Java lets a program set `Host` only if started with [#PROPERTY].
public final class Outbound implements AutoCloseable {
    /// The system property that must hold `host` before the first client of this Java is made.
    public static final String PROPERTY = "jdk.httpclient.allowRestrictedHeaders";

    /// The longest body of an answer, in bytes.
    static final int LONGEST_ANSWER = 64 * 1024;

    private static final int MOST_ADDRESSES = 2;

    private final URI target;
    private final Reach reach;
    private final TargetGuard guard;
    private final InstantSource clock;
    private final HttpClient client;

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
        this.clock = surroundings.clock();
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(reach.connect())
                .sslContext(new NamedContext(surroundings.trust(), peer(target.getHost())))
                .sslParameters(named(target.getHost()))
                .build();
        requireHost();
    }

    /// As TLS writes it: an address of version 6 without brackets.
    private static String peer(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static SSLParameters named(String host) {
        SSLParameters parameters = new SSLParameters();
        boolean literal = host.startsWith("[") || host.matches("[0-9.]+");
        if (!literal) {
            parameters.setServerNames(List.of(new SNIHostName(host)));
        }
        return parameters;
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
        for (InetAddress address : addresses.subList(0, last)) {
            try {
                return answer(request(call, address));
            } catch (ConnectException | HttpConnectTimeoutException unreachable) {
                continue;
            } catch (IOException broken) {
                throw new Unanswered(reason(broken));
            }
        }
        try {
            return answer(request(call, addresses.get(last)));
        } catch (IOException broken) {
            throw new Unanswered(reason(broken));
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

    /// The time-out of a request ends with the headers of its answer; that of the future, with the last byte.
    private Answer answer(HttpRequest request) throws IOException, Unanswered {
        CompletableFuture<HttpResponse<Optional<Bytes>>> coming =
                client.sendAsync(request, head -> new CappedBody(LONGEST_ANSWER));
        try {
            HttpResponse<Optional<Bytes>> response = coming.get(reach.answer().toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(response.statusCode(), response.headers(), response.body(), clock.instant());
        } catch (TimeoutException late) {
            coming.cancel(true);
            throw new Unanswered("no answer in time");
        } catch (InterruptedException stopped) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unanswered("stopped while waiting");
        } catch (ExecutionException broken) {
            if (broken.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException("a request ended without an answer", broken.getCause());
        }
    }

    private static String reason(IOException broken) {
        return switch (broken) {
            case HttpConnectTimeoutException connecting -> "no connection in time";
            case HttpTimeoutException waiting -> "no answer in time";
            case ConnectException refused -> "no connection";
            case SSLException untrusted -> "no trust in its certificate, or none in TLS";
            default -> "connection broken";
        };
    }

    /// Waits for what is under way, as long as it may take, then ends all connections.
    @Override
    public void close() {
        client.shutdown();
        Duration most = reach.answer().plus(reach.connect());
        try {
            if (!client.awaitTermination(most)) {
                client.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            client.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
