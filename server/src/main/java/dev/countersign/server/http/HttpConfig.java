package dev.countersign.server.http;

import java.util.Optional;

/// Where a listener listens, and how.
///
/// @param address the address to bind to
/// @param port the port; 0 for any free one
/// @param tls the certificate, if TLS is spoken
/// @param behindProxy whether the caller's address is the last hop of `X-Forwarded-For`
/// @param limits what it bears
public record HttpConfig(String address, int port, Optional<TlsFiles> tls, boolean behindProxy, HttpLimits limits) {
    /// Plain HTTP on this address and port, with the usual limits.
    public static HttpConfig plain(String address, int port) {
        return new HttpConfig(address, port, Optional.empty(), false, HttpLimits.standard());
    }
}
