package dev.countersign.verification;

import dev.countersign.destination.Channel;
import dev.countersign.destination.Destination;
import java.util.Set;
import java.util.function.Supplier;

/// Tells what can be sent at all, before anything is stored.
public interface Served {
    /// Whether messages of this purpose leave over this channel, to anybody.
    boolean serves(Channel channel, String purpose);

    /// Whether such a message reaches this destination.
    boolean serves(Channel channel, Destination to, String purpose);

    /// What the present one serves, asked each time.
    static Served of(Supplier<? extends Served> present) {
        return new Served() {
            @Override
            public boolean serves(Channel channel, String purpose) {
                return present.get().serves(channel, purpose);
            }

            @Override
            public boolean serves(Channel channel, Destination to, String purpose) {
                return present.get().serves(channel, to, purpose);
            }
        };
    }

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
