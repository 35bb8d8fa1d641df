package dev.countersign.delivery;

import dev.countersign.destination.Channel;
import dev.countersign.destination.Destination;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import java.util.Set;

/// A rule that says which carrier may take which messages.
///
/// @param name its name in the configuration, the record and the metrics
/// @param carrier who takes them
/// @param scope which messages
/// @param weight its share among the routes that would do equally, in points
/// @param price what a message costs by it, in millionths of any one currency; the cheaper goes first
public record Route(String name, Carrier carrier, Scope scope, int weight, long price) {
    /// Which messages.
    ///
    /// @param channels the channels; never empty
    /// @param prefixes digits that the number begins with, country code first, without plus; empty for every
    ///     destination
    /// @param purposes why they are sent; empty for every purpose
    public record Scope(Set<Channel> channels, Set<String> prefixes, Set<String> purposes) {
        /// Copies the sets.
        public Scope {
            channels = Set.copyOf(channels);
            prefixes = Set.copyOf(prefixes);
            purposes = Set.copyOf(purposes);
        }

        /// Every message of that channel.
        public static Scope all(Channel channel) {
            return new Scope(Set.of(channel), Set.of(), Set.of());
        }

        /// Whether such a message is in it.
        public boolean holds(Channel channel, Destination to, String purpose) {
            return channels.contains(channel)
                    && (purposes.isEmpty() || purposes.contains(purpose))
                    && (prefixes.isEmpty() || fits(to) > 0);
        }

        /// How many digits of the destination the longest prefix that fits has; 0 for none.
        public int fits(Destination to) {
            return switch (to) {
                case MailAddress mail -> 0;
                case PhoneNumber phone ->
                    prefixes.stream()
                            .filter(phone.digits()::startsWith)
                            .mapToInt(String::length)
                            .max()
                            .orElse(0);
            };
        }
    }
}
