package dev.countersign.server.console.doctor;

import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.value.Bytes;
import java.util.List;

/// Reads a request as it went over the wire: request line, headers, an empty line, body.
final class RawHttp {
    private RawHttp() {}

    /// @param text with line feeds alone, as a form's text was sent before browsers added carriage returns
    /// @throws Unreadable when it is no request
    static Request read(String text) throws Unreadable {
        int end = text.indexOf("\n\n");
        List<String> lines = (end < 0 ? text : text.substring(0, end)).lines().toList();
        String first = lines.isEmpty() ? "" : lines.getFirst().strip();
        if (!first.matches("[A-Za-z]{1,16} \\S+( HTTP/[0-9.]{1,3})?")) {
            throw new Unreadable("wrong.request", first.length() <= 80 ? first : first.substring(0, 80) + "…");
        }
        String[] line = first.split(" ");
        Headers headers = headers(lines.subList(1, lines.size()));
        String target = line[1].startsWith("/") ? line[1] : line[1].replaceFirst("^https?://[^/?]*", "");
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        return new Request(
                line[0],
                path.isEmpty() ? "/" : path,
                mark < 0 ? "" : target.substring(mark + 1),
                headers,
                body(end < 0 ? "" : text.substring(end + 2), headers),
                "127.0.0.1",
                false);
    }

    private static Headers headers(List<String> lines) throws Unreadable {
        Headers.Builder headers = new Headers.Builder();
        for (String line : lines) {
            int colon = line.indexOf(':', 1);
            if (colon < 1 || line.substring(0, colon).isBlank()) {
                throw new Unreadable("wrong.header", line);
            }
            String name = line.substring(0, colon).strip();
            headers.add(
                    name.equalsIgnoreCase(":authority") ? "Host" : name,
                    line.substring(colon + 1).strip());
        }
        return headers.build();
    }

    /// A text field loses how lines ended, and gains a line feed at its end when it is pasted carelessly: the
    /// length that the request announces tells which it was.
    private static Bytes body(String text, Headers headers) {
        String length = headers.first("Content-Length").orElse("");
        return List.of(text, text.stripTrailing(), text.replace("\n", "\r\n")).stream()
                .map(Bytes::utf8)
                .filter(body -> Integer.toString(body.length()).equals(length))
                .findFirst()
                .orElseGet(() -> Bytes.utf8(text));
    }
}
