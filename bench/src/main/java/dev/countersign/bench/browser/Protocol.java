package dev.countersign.bench.browser;

import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Value;
import dev.countersign.value.Bytes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Chromium's debugging protocol: numbered calls and their answers over a web socket, one after the other. Events are
/// passed over.
final class Protocol implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final HttpClient http;
    private final WebSocket socket;
    private final LinkedBlockingQueue<String> messages;
    private int number;

    private Protocol(HttpClient http, WebSocket socket, LinkedBlockingQueue<String> messages) {
        this.http = http;
        this.socket = socket;
        this.messages = messages;
    }

    static Protocol open(URI address) {
        LinkedBlockingQueue<String> messages = new LinkedBlockingQueue<>();
        HttpClient http = HttpClient.newHttpClient();
        WebSocket socket = http.newWebSocketBuilder()
                .buildAsync(address, new Hearing(messages))
                .join();
        return new Protocol(http, socket, messages);
    }

    /// Calls a method.
    ///
    /// @param session of the page that it is for; empty for the browser itself
    /// @throws TimeoutException when no answer comes within half a minute
    Value.Fields call(String session, String method, Map<String, Value> parameters)
            throws InterruptedException, TimeoutException {
        number++;
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("id", Value.number(number));
        fields.put("method", Value.text(method));
        fields.put("params", new Value.Fields(parameters));
        if (!session.isEmpty()) {
            fields.put("sessionId", Value.text(session));
        }
        socket.sendText(Json.write(new Value.Fields(fields)).toUtf8(), true).join();
        while (true) {
            @Nullable String message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new TimeoutException("the browser does not answer " + method);
            }
            Map<String, Value> answer = ((Value.Fields) Json.read(Bytes.utf8(message), "answer")).fields();
            if (answer.get("id") instanceof Value.Number id && id.literal().equals(Integer.toString(number))) {
                if (answer.get("result") instanceof Value.Fields result) {
                    return result;
                }
                throw new IllegalStateException(method + " was refused: " + message);
            }
        }
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }

    /// Puts messages together from their parts.
    private static final class Hearing implements WebSocket.Listener {
        private final LinkedBlockingQueue<String> messages;
        private final StringBuilder part = new StringBuilder();

        Hearing(LinkedBlockingQueue<String> messages) {
            this.messages = messages;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                messages.add(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
