package dev.countersign.server.console.signin;

import dev.countersign.server.console.signin.SecondFactor.Demand;
import dev.countersign.signin.ConsoleUser;

/// A user on the way in, known by the ticket that its browser holds.
///
/// @param user whose password was right
/// @param before what is still before it
/// @param back where to go afterwards
public record Arriving(ConsoleUser user, Before before, String back) {
    /// What is still to be done.
    public sealed interface Before {
        /// A challenge is to be passed.
        record Challenge(Demand.Challenged asked) implements Before {}

        /// All was shown, and another password is to be chosen.
        record NewPassword() implements Before {}
    }
}
