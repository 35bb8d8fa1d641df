package dev.countersign.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Receipts that were taken and not yet matched to a part.
public interface ReceiptQueue {
    /// How long a receipt for an id that nobody knows is kept: it may have come before the id was recorded.
    Duration KEPT = Duration.ofDays(1);

    /// Keeps a receipt; durable when this returns.
    void add(Receipt receipt, Instant now);

    /// Matches those that are due to their parts, and records what they say of part and message: final words
    /// stay, a delivery outweighs a failure, and the same receipt twice changes nothing. What nobody knows yet
    /// is due again, and forgotten after [#KEPT].
    ///
    /// @param most how many at the most
    Worked work(int most, Instant now);

    /// The uses of codes that were not told of yet; they are forgotten here.
    ///
    /// @param most how many at the most
    List<Completion> completions(int most);

    /// A code that was used, with the way that it came.
    ///
    /// @param sinceHanded from the hand-over of its newest message to its use
    record Completion(DeliveryWatch.Leg leg, Duration sinceHanded) {}

    /// What one look did.
    ///
    /// @param looked how many receipts were due
    /// @param outcomes the messages of which it is known now what became of them
    /// @param forgotten how many were given up
    record Worked(int looked, List<Outcome> outcomes, int forgotten) {}

    /// What became of a message.
    ///
    /// @param sinceHanded from the hand-over to the receipt
    record Outcome(DeliveryWatch.Leg leg, Receipt.State state, Duration sinceHanded) {}
}
