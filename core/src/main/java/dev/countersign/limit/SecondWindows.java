package dev.countersign.limit;

import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Lets so many calls through in each second, by arrival.
public final class SecondWindows {
    private final LimitStore store;
    private final InstantSource clock;
    private final boolean relaxed;

    /// @param store counts
    /// @param clock the real clock, since clients live by theirs
    /// @param relaxed whether nothing is refused (`--limits relaxed`)
    public SecondWindows(LimitStore store, InstantSource clock, boolean relaxed) {
        this.store = store;
        this.clock = clock;
        this.relaxed = relaxed;
    }

    /// Counts a call.
    ///
    /// @param key who does what
    /// @param limit how many a second
    /// @throws Refused with [CallRefusal.RateExceeded] when it is one too many
    public void admit(String key, int limit) {
        if (relaxed) {
            return;
        }
        Instant now = clock.instant();
        int count = store.hit(key, now.getEpochSecond());
        if (count > limit) {
            Duration rest = Duration.ofNanos(1_000_000_000L - now.getNano());
            throw new Refused(new CallRefusal.RateExceeded(count, limit, rest));
        }
    }
}
