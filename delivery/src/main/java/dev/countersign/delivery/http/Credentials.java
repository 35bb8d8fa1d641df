package dev.countersign.delivery.http;

import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// How a provider knows us: what stands in a header and must never be printed.
public sealed interface Credentials {
    /// The header that says it, with what must not be printed; empty for none.
    default Optional<Map.Entry<String, String>> header() {
        return switch (this) {
            case None none -> Optional.empty();
            case Basic basic ->
                Optional.of(Map.entry(
                        "Authorization",
                        "Basic "
                                + Bytes.utf8(basic.user() + ":"
                                                + basic.password().reveal())
                                        .toBase64()));
            case Bearer bearer ->
                Optional.of(
                        Map.entry("Authorization", "Bearer " + bearer.token().reveal()));
            case Header header ->
                Optional.of(Map.entry(header.name(), header.value().reveal()));
        };
    }

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
    record Bearer(Secret token) implements Credentials {
        /// @throws IllegalArgumentException for a token that a header can't hold
        public Bearer {
            requirePrintable(token);
        }
    }

    /// A header of the provider's own.
    ///
    /// @param name its name, as `X-Api-Key`
    /// @param value its whole value
    record Header(String name, Secret value) implements Credentials {
        /// @throws IllegalArgumentException for a name or value that a header can't have
        public Header {
            SentRules.checkName(name);
            requirePrintable(value);
        }
    }

    private static void requirePrintable(Secret secret) {
        if (!Pattern.matches("[\\x21-\\x7E]([\\x20-\\x7E]*[\\x21-\\x7E])?", secret.reveal())) {
            throw new IllegalArgumentException("a secret in a header is printable ASCII, and not empty");
        }
    }
}
