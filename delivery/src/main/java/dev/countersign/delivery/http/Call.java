package dev.countersign.delivery.http;

import dev.countersign.value.Bytes;
import java.util.Map;

/// A request to a provider, written out.
///
/// @param method in upper case
/// @param path path and query, encoded
/// @param headers without `Host` and what frames the body
/// @param body the bytes; none for a request without
record Call(String method, String path, Map<String, String> headers, Bytes body) {
    /// Without all that could hold a number, a code or a secret.
    @Override
    public String toString() {
        return "Call(" + method + ")";
    }
}
