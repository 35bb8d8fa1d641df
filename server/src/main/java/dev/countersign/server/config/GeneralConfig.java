package dev.countersign.server.config;

import java.util.Optional;

/// What belongs to no area.
///
/// @param behindProxy whether a proxy in front speaks TLS and writes `X-Forwarded-For`
/// @param masterKey where the master key is
/// @param limits how strictly calls a second are limited
@Area(value = "", doc = "Keys of no area.") public record GeneralConfig(
        @Key(
                doc = "On when a proxy in front speaks TLS and writes the caller's address as the last hop of"
                        + " `X-Forwarded-For`. Without it, `serve` needs `tls`.",
                example = "on")
        boolean behindProxy,

        @Key(
                doc =
                        "Where the master key is: 32 bytes in base64. With SQLite the default is the file `master.key` in the"
                                + " data directory, which `countersign init` makes.",
                example = "file:/run/secrets/countersign-master-key")
        Optional<SecretReference> masterKey,

        @Key(
                doc =
                        "Whether calls a second are limited as the vendors do, or not at all. Limits per number always hold.",
                example = "relaxed")
        Limits limits) {
    /// How strictly calls a second are limited.
    public enum Limits {
        /// As the vendors do.
        VENDOR,
        /// Not at all.
        RELAXED
    }

    /// The defaults.
    public static GeneralConfig standard() {
        return new GeneralConfig(false, Optional.empty(), Limits.VENDOR);
    }
}
