package dev.countersign.gateway.wire;

import dev.countersign.value.Bytes;
import java.util.List;
import java.util.Map;

/// An answer as it will be sent.
///
/// @param status the HTTP status
/// @param contentType the exact value of `Content-Type`
/// @param headers further headers
/// @param body the bytes
/// @param dropped whether the connection is closed instead, without an answer (a fault that a developer chose)
public record Response(
        int status, String contentType, List<Map.Entry<String, String>> headers, Bytes body, boolean dropped) {
    /// An answer without further headers.
    public static Response of(int status, String contentType, Bytes body) {
        return new Response(status, contentType, List.of(), body, false);
    }

    /// No answer: the connection is closed.
    public static Response drop() {
        return new Response(0, "", List.of(), Bytes.none(), true);
    }
}
