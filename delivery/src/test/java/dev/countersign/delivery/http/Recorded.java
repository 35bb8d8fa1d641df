package dev.countersign.delivery.http;

import dev.countersign.value.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// An answer as a vendor's pages show it: its first line is the status, then headers, a blank line and the
/// body.
record Recorded(int status, List<Map.Entry<String, String>> headers, Bytes body) {
    static Recorded of(int status, String body) {
        return new Recorded(status, List.of(Map.entry("Content-Type", "application/json")), Bytes.utf8(body));
    }

    Recorded with(String name, String value) {
        return new Recorded(
                status,
                Stream.concat(headers.stream(), Stream.of(Map.entry(name, value)))
                        .toList(),
                body);
    }

    /// Reads a file of the resources.
    static Recorded file(String name) throws IOException {
        String text = text(name);
        int end = text.indexOf("\n\n");
        List<String> head = text.substring(0, end).lines().toList();
        List<Map.Entry<String, String>> headers = head.stream()
                .skip(1)
                .map(line -> Map.entry(
                        line.substring(0, line.indexOf(':')),
                        line.substring(line.indexOf(':') + 1).strip()))
                .toList();
        return new Recorded(
                Integer.parseInt(head.getFirst().replaceAll("HTTP/1.1 ([0-9]{3}).*", "$1")),
                headers,
                Bytes.utf8(text.substring(end + 2)));
    }

    /// The text of a file of the resources.
    static String text(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Recorded.class.getResourceAsStream("/recorded/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
