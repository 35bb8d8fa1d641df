package dev.countersign.delivery;

import dev.countersign.destination.Channel;
import java.util.Map;
import java.util.Optional;

/// Chooses a carrier for a message.
///
/// @param byChannel the carrier of each channel that is served
public record Routes(Map<Channel, Carrier> byChannel) {
    /// The carrier that serves this channel.
    public Optional<Carrier> carrier(Channel channel) {
        return Optional.ofNullable(byChannel.get(channel));
    }
}
