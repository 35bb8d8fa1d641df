package dev.countersign.server.http;

import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.value.Bytes;
import java.util.List;

/// The line and headers of a request that the engine refused, as far as they came: enough to make out whose wire it
/// is, and no more to be believed than that.
///
/// @param text what came, one character a byte; the body may have begun
record SentHead(String text) {
    /// The request, as far as it can be made out.
    ///
    /// @param read the headers that the engine read; when it read none, they are looked for here
    Request request(Headers read) {
        List<String> lines = text.lines().toList();
        String[] line = (lines.isEmpty() ? "" : lines.getFirst()).split(" ", 3);
        String target = line.length > 1 ? line[1] : "/";
        int query = target.indexOf('?');
        return new Request(
                line[0],
                query < 0 ? target : target.substring(0, query),
                query < 0 ? "" : target.substring(query + 1),
                read.names().iterator().hasNext() ? read : headers(lines),
                Bytes.none(),
                "",
                false);
    }

    private static Headers headers(List<String> lines) {
        Headers.Builder headers = new Headers.Builder();
        lines.stream().skip(1).takeWhile(line -> !line.isEmpty()).forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.add(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
        });
        return headers.build();
    }
}
