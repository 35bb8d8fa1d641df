package dev.countersign.delivery;

import dev.countersign.destination.Channel;
import java.time.Instant;
import java.util.List;

/// How fast a carrier's messages arrived lately, on one channel.
///
/// @param judged the messages of which it is known whether they took too long
/// @param slow those of them that did
public record Tempo(String carrier, Channel channel, long judged, long slow) {
    /// Whether so many percent or more were slow.
    boolean slow(int percent) {
        return judged > 0 && slow * 100 >= judged * percent;
    }

    /// Tells tempos.
    public interface Source {
        /// The tempo of each carrier that has given receipts within the last day, over the messages that were
        /// handed over within the last 15 minutes. A message is slow when its receipt came more than five
        /// minutes after its hand-over, or has not come for so long.
        List<Tempo> tempos(Instant now);
    }
}
