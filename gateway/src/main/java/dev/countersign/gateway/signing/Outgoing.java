package dev.countersign.gateway.signing;

import dev.countersign.gateway.wire.Value;
import java.time.Instant;

/// A call that is not signed yet.
///
/// @param to where it goes
/// @param asked what it asks for
/// @param parameters what it gives
/// @param moment what makes it this one call
public record Outgoing(Address to, Asked asked, Value.Fields parameters, Moment moment) {
    /// Where a call goes.
    ///
    /// @param method `GET` or `POST`; on our own API the route's
    /// @param host the host with its port, as `127.0.0.1:7300`: most schemes sign it
    /// @param path `/`, or a route with parameters in braces
    public record Address(String method, String host, String path) {}

    /// What a call asks for.
    ///
    /// @param action the action
    /// @param version its version
    /// @param service the product's name, which one scheme signs
    public record Asked(String action, String version, String service) {}

    /// What makes a call this one.
    ///
    /// @param at when it is signed; fractions of a second are dropped
    /// @param nonce what is used once, where the scheme has it
    public record Moment(Instant at, String nonce) {}

    /// Whether its parameters go into the query.
    public boolean reads() {
        return to.method().equals("GET");
    }
}
