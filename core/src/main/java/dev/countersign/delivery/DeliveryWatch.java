package dev.countersign.delivery;

import dev.countersign.destination.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Hears of what becomes of messages, for metrics and traces. It must not wait, and throws nothing.
public interface DeliveryWatch {
    /// Which way a message went. What is said of it may be shown: no number, and few different values, but the
    /// id.
    ///
    /// @param message its id
    /// @param channel how it travels
    /// @param carrier who was asked
    /// @param route the route that chose the carrier
    /// @param country the dialling code of where it goes; empty for an address
    /// @param trace where the message's request stands in a trace, as W3C `traceparent` writes it; empty for
    ///     nowhere
    record Leg(String message, Channel channel, String carrier, String route, String country, Optional<String> trace) {}

    /// A carrier has accepted a message.
    ///
    /// @param sinceWritten since the message was written
    /// @param took how long the carrier thought
    void handed(Leg leg, Duration sinceWritten, Duration took);

    /// A carrier asked for fewer messages.
    void busy(Leg leg);

    /// A carrier failed.
    void carrierFault(Leg leg, Duration took);

    /// A carrier said that the destination can't be reached.
    void destinationFault(Leg leg, Duration took);

    /// It is known what became of a message.
    ///
    /// @param state delivered or not
    /// @param sinceHanded since the carrier accepted it, until we heard
    void receipt(Leg leg, Receipt.State state, Duration sinceHanded);

    /// A message's code was used.
    ///
    /// @param sinceHanded since the carrier accepted the message
    void completed(Leg leg, Duration sinceHanded);

    /// Messages ended before a carrier accepted them.
    void expired(long messages);

    /// Receipts for ids that we never got, which are forgotten now.
    void unknown(long receipts);

    /// All of them listen.
    static DeliveryWatch all(List<DeliveryWatch> watches) {
        return new Watches(watches);
    }

    /// Nobody listens.
    static DeliveryWatch none() {
        return all(List.of());
    }
}
