package dev.countersign.password;

import dev.countersign.value.Secret;

/// Hashes passwords slowly and with a salt of their own (OWASP ASVS 5, 11.4.2: Argon2id).
public interface PasswordHasher {
    /// The hash in PHC string form, which names its parameters.
    String hash(Secret password);

    /// Whether the hash is of this password.
    boolean verify(Secret password, String hash);
}
