package dev.countersign.server.config;

import dev.countersign.destination.Channel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;

/// Which carrier may take which messages.
///
/// @param carrier the carrier's name
/// @param channels the channels
/// @param prefixes what numbers begin with
/// @param purposes why they are sent
/// @param weight its share
/// @param price what a message costs
@Area(
        value = "routes",
        doc =
                "Which carrier may take which messages. Of the routes that fit, the one with the longest prefix goes first, then"
                        + " the cheapest; equals share by weight. When a carrier fails, the next route is taken.")
public record RouteConfig(
        @Key(doc = "The name of a carrier in `carriers`.", example = "acme", required = true)
        String carrier,

        @Key(doc = "The channels that it serves.", example = "[sms]", required = true)
        Set<Channel> channels,

        @Key(
                doc = "Digits that numbers begin with, country code first, without plus. By default all numbers.",
                example = "[\"852\", \"8613\"]")
        Set<String> prefixes,

        @Key(doc = "Why messages are sent. By default for every purpose.", example = "[login, operation]")
        Set<String> purposes,

        @Key(doc = "Its share among routes that would do equally, in points: 1 to 10000.", example = "80")
        int weight,

        @Key(doc = "What a message costs by it, in any one currency, to six decimals.", example = "0.0075")
        BigDecimal price) {
    private static final int DECIMALS = 6;

    /// @throws IllegalArgumentException when a value is out of its range
    public RouteConfig {
        channels = Set.copyOf(channels);
        prefixes = Set.copyOf(prefixes);
        purposes = Set.copyOf(purposes);
        for (String prefix : prefixes) {
            if (!prefix.matches("[1-9][0-9]{0,14}")) {
                throw new IllegalArgumentException("prefixes are digits such as 852, without plus and without 00");
            }
        }
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("channels must name one at least");
        }
        if (weight < 1 || weight > 10_000) {
            throw new IllegalArgumentException("weight must be 1 to 10000");
        }
        if (price.compareTo(BigDecimal.valueOf(1_000_000)) > 0) {
            throw new IllegalArgumentException("price must be at most 1000000");
        }
    }

    /// The defaults. The carrier and the channels have none: what stands here for them is never used.
    public static RouteConfig standard() {
        return new RouteConfig("none", Set.of(Channel.SMS), Set.of(), Set.of(), 100, BigDecimal.ZERO);
    }

    /// The price in millionths.
    public long millionths() {
        return price.movePointRight(DECIMALS).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
