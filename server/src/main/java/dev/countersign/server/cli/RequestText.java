package dev.countersign.server.cli;

import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Reads a request that somebody wrote down: request line, headers, an empty line, body.
final class RequestText {
    private RequestText() {}

    /// @throws CommandFailed when it is no request
    static Request parse(byte[] written) {
        String text = new String(written, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
        int end = text.indexOf("\n\n");
        String head = end < 0 ? text : text.substring(0, end);
        String body = end < 0 ? "" : text.substring(end + 2);
        List<String> lines = head.lines().toList();
        String[] line = lines.isEmpty() ? new String[0] : lines.getFirst().split(" ");
        if (line.length < 2) {
            throw new CommandFailed("the first line must be a request line, as: POST / HTTP/1.1");
        }
        int mark = line[1].indexOf('?');
        return new Request(
                line[0],
                mark < 0 ? line[1] : line[1].substring(0, mark),
                mark < 0 ? "" : line[1].substring(mark + 1),
                headers(lines.subList(1, lines.size())),
                Bytes.of(body.getBytes(StandardCharsets.ISO_8859_1)),
                "127.0.0.1",
                false);
    }

    private static Headers headers(List<String> lines) {
        Headers.Builder headers = new Headers.Builder();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new CommandFailed("a header must be a name, a colon and a value; this is none: " + line);
            }
            headers.add(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
        return headers.build();
    }
}
