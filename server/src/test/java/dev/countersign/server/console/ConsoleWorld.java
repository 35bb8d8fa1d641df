package dev.countersign.server.console;

import dev.countersign.server.Countersign;
import dev.countersign.server.Countersign.DevOptions;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A dev world whose console is looked at.
final class ConsoleWorld implements AutoCloseable {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Countersign server;
    final DevClient client;

    ConsoleWorld(Path directory) {
        this(DevOptions.at(directory).relaxed());
    }

    ConsoleWorld(DevOptions options) {
        this.server = Countersign.dev(options);
        this.client = new DevClient(server.port());
    }

    String base() {
        return "http://127.0.0.1:" + server.port();
    }

    Answer get(String path, String... headers) {
        return client.send("GET", path, "", headers);
    }

    /// Sends a form as a page of this server would.
    Answer post(String path, String form) {
        return client.send("POST", path, form, "Content-Type", FORM, "Origin", base());
    }

    /// The status line of an answer to a request with exactly these lines.
    String raw(String... lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\r\n", 2)[0];
        }
    }

    /// The values of a header, one a line; empty for none.
    static String header(Answer answer, String name) {
        for (Map.Entry<String, List<String>> one : answer.headers().entrySet()) {
            if (one.getKey().equalsIgnoreCase(name)) {
                return String.join("\n", one.getValue());
            }
        }
        return "";
    }

    /// Stops the server, while its client may still wait.
    void stop() {
        server.close();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
