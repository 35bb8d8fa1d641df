package dev.countersign.server.config;

import java.nio.file.Path;
import java.util.Optional;

/// The certificate, if this program speaks TLS itself.
///
/// @param certificate the chain
/// @param key its private key
@Area(value = "tls", doc = "The certificate, if this program speaks TLS itself. Both are read again on SIGHUP.") public record TlsConfig(
        @Key(doc = "PEM file with the chain, the server's own certificate first.", example = "/etc/countersign/tls.crt")
        Optional<Path> certificate,

        @Key(doc = "PEM file with its private key, PKCS#8, not encrypted.", example = "/etc/countersign/tls.key")
        Optional<Path> key) {
    /// @throws IllegalArgumentException when only one is given
    public TlsConfig {
        if (certificate.isPresent() != key.isPresent()) {
            throw new IllegalArgumentException("tls.certificate and tls.key go together");
        }
    }

    /// The defaults.
    public static TlsConfig standard() {
        return new TlsConfig(Optional.empty(), Optional.empty());
    }
}
