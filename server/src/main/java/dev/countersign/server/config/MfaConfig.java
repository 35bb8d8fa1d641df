package dev.countersign.server.config;

/// How principals are protected.
///
/// @param guardLowering whether a principal needs a second factor to lower its own protection
@Area(value = "mfa", doc = "How users are protected.") public record MfaConfig(
        @Key(
                doc =
                        "Whether a caller needs a key that shows a second factor to switch off or change its own protection.",
                example = "off")
        boolean guardLowering) {
    /// The defaults.
    public static MfaConfig standard() {
        return new MfaConfig(true);
    }
}
