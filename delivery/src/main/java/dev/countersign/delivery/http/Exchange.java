package dev.countersign.delivery.http;

import dev.countersign.value.Bytes;
import java.io.IOException;
import java.net.ConnectException;
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
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;

/// The JDK's client for one host, with its bounds: one request, one whole answer, in time and of limited
/// size.
final class Exchange {
    /// The longest body of an answer, in bytes.
    static final int LONGEST_ANSWER = 64 * 1024;

    private final Reach reach;
    private final InstantSource clock;
    private final HttpClient client;

    /// @param host the name that certificates must bear
    Exchange(String host, Reach reach, Outbound.Surroundings surroundings) {
        this.reach = reach;
        this.clock = surroundings.clock();
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(reach.connect())
                .sslContext(new NamedContext(surroundings.trust(), peer(host)))
                .sslParameters(named(host))
                .build();
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

    /// The time-out of a request ends with the headers of its answer; that of the future, with the last byte.
    Answer answer(HttpRequest request) throws IOException, Unanswered {
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

    /// Why there was no answer, in fixed words.
    static String reason(IOException broken) {
        return switch (broken) {
            case HttpConnectTimeoutException connecting -> "no connection in time";
            case HttpTimeoutException waiting -> "no answer in time";
            case ConnectException refused -> "no connection";
            case SSLException untrusted -> "no trust in its certificate, or none in TLS";
            default -> "connection broken";
        };
    }

    /// Waits for what is under way, as long as it may take, then ends all connections.
    void close() {
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
