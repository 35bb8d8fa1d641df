package dev.countersign.verification;

import dev.countersign.destination.Channel;
import dev.countersign.destination.Destination;
import java.util.Set;

/// Tells what can be sent at all, before anything is stored.
public interface Served {
    /// Whether messages of this purpose leave over this channel, to anybody.
    boolean serves(Channel channel, String purpose);

    /// Whether such a message reaches this destination.
    boolean serves(Channel channel, Destination to, String purpose);

    /// These channels, wherever they go.
    static Served channels(Set<Channel> channels) {
        return new Served() {
            @Override
            public boolean serves(Channel channel, String purpose) {
                return channels.contains(channel);
            }

            @Override
            public boolean serves(Channel channel, Destination to, String purpose) {
                return channels.contains(channel);
            }
        };
    }
}
