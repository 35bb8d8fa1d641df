package dev.countersign.gateway.wire;

import dev.countersign.value.Bytes;

/// A request as it arrived, nothing believed.
///
/// @param method as sent, upper or lower case
/// @param path the path as sent, still percent-encoded, without query
/// @param query what follows the first `?` of the target, as sent, neither sorted nor decoded; empty for none
/// @param headers the headers
/// @param body the bytes of the body; when [#oversized], its beginning or nothing, to tell whose request it is
/// @param source the address of the peer
/// @param oversized whether the body was longer than is read; then it was not kept as a whole
public record Request(
        String method, String path, String query, Headers headers, Bytes body, String source, boolean oversized) {
    /// The longest body that is read, in bytes: the Tencent wire's 10 MB.
    public static final int MOST_BODY_BYTES = 10 * 1024 * 1024;
}
