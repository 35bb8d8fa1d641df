package dev.countersign.delivery.http;

import dev.countersign.value.Secret;

/// How a provider knows us: what stands in a header and must never be printed.
public sealed interface Credentials {
    /// Nothing, or something in the address or body.
    record None() implements Credentials {}

    /// `Authorization: Basic …` (RFC 7617).
    ///
    /// @param user without colon
    record Basic(String user, Secret password) implements Credentials {
        /// @throws IllegalArgumentException for a colon, which would end the user's name
        public Basic {
            if (user.indexOf(':') >= 0) {
                throw new IllegalArgumentException("a user's name can't hold a colon");
            }
        }
    }

    /// `Authorization: Bearer …` (RFC 6750).
    record Bearer(Secret token) implements Credentials {}

    /// A header of the provider's own.
    ///
    /// @param name its name, as `X-Api-Key`
    /// @param value its whole value
    record Header(String name, Secret value) implements Credentials {}
}
