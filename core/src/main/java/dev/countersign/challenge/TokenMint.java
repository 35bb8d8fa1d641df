package dev.countersign.challenge;

import java.util.Optional;

/// Mints custom tokens. Whoever spends one passes its challenge, in the same commit.
@FunctionalInterface
public interface TokenMint {
    /// Mints a token for a challenge.
    ///
    /// @param chosen the token's text, where a developer chose it
    /// @return the token, once
    String mint(long tenant, long uin, String challenge, Optional<String> chosen);
}
