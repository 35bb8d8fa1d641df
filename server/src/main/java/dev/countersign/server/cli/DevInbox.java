package dev.countersign.server.cli;

import dev.countersign.gateway.wire.Value;
import dev.countersign.server.console.explorer.JsonText;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/// The messages of a dev world, over HTTP.
///
/// @param server where it is
/// @param token what it was started with; empty for none
record DevInbox(URI server, String token) {
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(75);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    /// Reads them, newest first.
    ///
    /// @throws CommandFailed when nobody answers, or not a dev world
    List<Value.Fields> read(String query) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + "/dev/messages?" + query))
                .timeout(PATIENCE);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try (HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TO_CONNECT)
                .build()) {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return messages(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
        } catch (IOException silent) {
            throw new CommandFailed(Endpoint.silent(server));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("stopped");
        }
    }

    private List<Value.Fields> messages(int status, String body) {
        if (status == NOT_FOUND) {
            throw new CommandFailed("there is no inbox at " + server + ": only a dev world has one");
        }
        Value said = JsonText.read(body)
                .orElseThrow(() -> new CommandFailed("what answers at " + server + " is no dev world"));
        if (status != OK) {
            throw new CommandFailed(
                    said instanceof Value.Fields problem
                                    && !text(problem, "detail").isEmpty()
                            ? TextTable.printable(text(problem, "detail"))
                            : server + " answers " + status);
        }
        return said instanceof Value.Items items
                ? items.items().stream()
                        .filter(Value.Fields.class::isInstance)
                        .map(Value.Fields.class::cast)
                        .toList()
                : List.of();
    }

    /// A member as text; empty when there is none.
    static String text(Value.Fields fields, String name) {
        return fields.fields().get(name) instanceof Value.Text text ? text.text() : "";
    }
}
