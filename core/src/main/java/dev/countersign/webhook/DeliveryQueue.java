package dev.countersign.webhook;

import dev.countersign.webhook.DeliveryPolicy.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The deliveries that are not settled.
public interface DeliveryQueue {
    /// A delivery that was taken.
    ///
    /// @param id the delivery's
    /// @param endpoint whom its receiver shares a window with
    /// @param url where it goes
    /// @param keys those that sign now, the present one first
    /// @param attempt which try this is, from 1
    /// @param giveUpAt when no further try is made
    record Due(
            String id, String endpoint, String url, List<SigningKey> keys, Event event, int attempt, Instant giveUpAt) {
        /// Copies the list.
        public Due {
            keys = List.copyOf(keys);
        }
    }

    /// How much may be taken.
    ///
    /// @param all how many at the most
    /// @param each how many of one endpoint may be under way
    /// @param underWay how many of each are already; who has least is served first
    record Room(int all, int each, Map<String, Integer> underWay) {
        /// Copies the map.
        public Room {
            underWay = Map.copyOf(underWay);
        }
    }

    /// Takes due deliveries of active subscriptions that did not ask for quiet, so that nobody else takes them
    /// during the lease.
    ///
    /// @param lease after how long one that was not settled is due again
    List<Due> take(Room room, Instant now, Duration lease);

    /// Records a try. What another process took over meanwhile stays as that one has it, but for what was
    /// delivered.
    ///
    /// @param quiet until when the endpoint wants to hear nothing
    void settle(Due due, Delivery.Try tried, Verdict verdict, Optional<Instant> quiet);

    /// Ends the leases that this process held before it was restarted.
    void releaseLeases();
}
