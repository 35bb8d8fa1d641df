package dev.countersign.server.console.doctor;

import dev.countersign.gateway.signing.SigningKey;
import dev.countersign.value.Secret;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The secrets that the Doctor works signatures out with. It shows none of them, and nothing that was derived from one.
///
/// @param find the secret of an access key
/// @param others keys that a client may have mistaken for another
public record Vault(Function<String, Optional<Secret>> find, List<SigningKey> others) {
    /// Copies the keys.
    public Vault {
        others = List.copyOf(others);
    }
}
