package dev.countersign.server.config;

import dev.countersign.delivery.http.Reach;
import java.time.Duration;

/// Where a carrier that is reached by HTTP may go, and how long it may take.
///
/// @param connectWithin how long a connection may take to stand
/// @param answerWithin how long the whole answer may take
/// @param privateTargets whether it may be within the operator's own network
@Area(value = "", doc = "Where it may go, and how long it may take.") public record ReachConfig(
        @Key(doc = "How long a connection may take to stand: at most 60s.", example = "3s")
        Duration connectWithin,

        @Key(doc = "How long the whole answer may take: at most 60s.", example = "10s")
        Duration answerWithin,

        @Key(
                doc = "On to allow addresses within your own network: private, loopback and link-local ones.",
                example = "on")
        boolean privateTargets) {
    /// The defaults: the internet only.
    public static ReachConfig standard() {
        Reach reach = Reach.standard();
        return new ReachConfig(reach.connect(), reach.answer(), reach.inside());
    }

    /// What the carrier is told.
    ///
    /// @throws IllegalArgumentException when a time is out of its range
    Reach reach() {
        return new Reach(connectWithin, answerWithin, privateTargets);
    }
}
