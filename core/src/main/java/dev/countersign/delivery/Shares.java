package dev.countersign.delivery;

import dev.countersign.destination.Channel;
import java.util.List;
import java.util.Map;

/// How messages are shared out among routes.
public interface Shares {
    /// The share of each route in the messages that all of them could take, in points that add up to 100.
    ///
    /// @param routes some that fit a message equally well, the cheapest first; never none
    Map<Route, Double> of(List<Route> routes, Channel channel);

    /// As the routes say: the cheapest share by weight, the others get nothing while these are there.
    static Shares configured() {
        return (routes, channel) -> new BaseShares(routes).points();
    }
}
