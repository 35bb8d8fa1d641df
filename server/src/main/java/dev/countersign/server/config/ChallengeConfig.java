package dev.countersign.server.config;

import java.util.Optional;

/// How browsers reach challenges.
///
/// @param publicUrl the address that browsers know this installation by
@Area(value = "challenge", doc = "Challenges: how browsers reach them.") public record ChallengeConfig(
        @Key(
                doc = "The address that browsers know this installation by: scheme, host and port, as"
                        + " `https://mfa.example.com`. With `console.enabled` it must begin with `https://` (`http://` only"
                        + " for `localhost` and `127.0.0.1`). It is the issuer of proofs, too. Without it no challenge is"
                        + " opened.",
                example = "https://mfa.example.com")
        Optional<String> publicUrl) {
    /// @throws IllegalArgumentException when it is more or less than scheme, host and port
    public ChallengeConfig {
        if (publicUrl.isPresent() && !publicUrl.get().matches("https?://[A-Za-z0-9.\\-]+(:[0-9]{1,5})?")) {
            throw new IllegalArgumentException(
                    "challenge.public-url must be scheme, host and port, without a slash at the end");
        }
    }

    /// The defaults.
    public static ChallengeConfig standard() {
        return new ChallengeConfig(Optional.empty());
    }

    /// Whether browsers reach this installation over TLS, or without leaving their machine.
    public boolean safe() {
        return publicUrl
                .filter(url -> url.matches("https://.*|http://(localhost|127\\.0\\.0\\.1)(:[0-9]+)?"))
                .isPresent();
    }
}
