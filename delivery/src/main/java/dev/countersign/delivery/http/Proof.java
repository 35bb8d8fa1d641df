package dev.countersign.delivery.http;

import dev.countersign.value.Secret;
import java.time.Duration;
import java.util.Optional;

/// How a carrier proves that a receipt is from it.
public sealed interface Proof {
    /// HMAC-SHA256 over the body, hexadecimal or base64, in a header; a prefix as `sha256=` may stand before
    /// it.
    ///
    /// @param header which header holds it
    /// @param secret what both sides know
    /// @param timestamp signed with the body when there is one; else a receipt could be said again for ever
    record Signed(String header, Secret secret, Optional<Timestamp> timestamp) implements Proof {}

    /// A time, in seconds since 1970, that is signed in front of the body with a full stop between.
    ///
    /// @param header which header holds it
    /// @param window how far it may be from now, either way
    record Timestamp(String header, Duration window) {}

    /// `Authorization: Basic …`.
    record Basic(String user, Secret password) implements Proof {}

    /// A word that both sides know, in a header of the request.
    record Header(String name, Secret value) implements Proof {}

    /// A word that both sides know, in the query: for carriers that can do nothing else. Proxies may log it.
    record Query(String name, Secret value) implements Proof {
        /// @throws IllegalArgumentException for a word that can be guessed
        public Query {
            if (value.reveal().length() < 16) {
                throw new IllegalArgumentException("a token in a query has 16 characters or more");
            }
        }
    }
}
