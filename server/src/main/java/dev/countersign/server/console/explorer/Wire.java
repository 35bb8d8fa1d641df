package dev.countersign.server.console.explorer;

import dev.countersign.gateway.signing.Signed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// This server's own endpoint, called over HTTP like by anybody.
public final class Wire {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LONGEST_ANSWER = 1024 * 1024;
    private static final long NANOS_IN_A_MILLISECOND = 1_000_000;

    private final Supplier<String> endpoint;
    private final LongSupplier nanos;
    private final HttpClient http;

    /// @param endpoint where this server listens, as `http://127.0.0.1:7300`
    /// @param nanos a clock that only measures
    public Wire(Supplier<String> endpoint, LongSupplier nanos) {
        this.endpoint = endpoint;
        this.nanos = nanos;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
    }

    /// Host and port, which most schemes sign.
    String host() {
        return URI.create(endpoint.get()).getAuthority();
    }

    /// How it is reached: `http` or `https`.
    String protocol() {
        return URI.create(endpoint.get()).getScheme();
    }

    /// Sends a call.
    ///
    /// @return the answer; empty when none came
    public Optional<Answered> send(Signed call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint.get() + call.target()))
                .timeout(PATIENCE)
                .method(
                        call.method(),
                        HttpRequest.BodyPublishers.ofByteArray(call.body().toArray()));
        call.headers().stream()
                .filter(header -> !header.getKey().equalsIgnoreCase("Host"))
                .forEach(header -> request.header(header.getKey(), header.getValue()));
        long began = nanos.getAsLong();
        try {
            HttpResponse<byte[]> answer = http.send(
                    request.build(),
                    HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LONGEST_ANSWER));
            long millis = (nanos.getAsLong() - began) / NANOS_IN_A_MILLISECOND;
            List<Map.Entry<String, String>> headers = new ArrayList<>();
            answer.headers()
                    .map()
                    .forEach((name, values) -> values.forEach(value -> headers.add(Map.entry(name, value))));
            return Optional.of(Answered.of(
                    answer.statusCode(), millis, headers, new String(answer.body(), StandardCharsets.UTF_8)));
        } catch (IOException broken) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
