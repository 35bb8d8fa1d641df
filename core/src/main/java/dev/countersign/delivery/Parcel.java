package dev.countersign.delivery;

import dev.countersign.delivery.Outbox.Settlement;
import dev.countersign.delivery.Outbox.Tried;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A message that was taken, on its way through the courier. One thread has it at a time.
final class Parcel {
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(1);
    private static final Duration LEAST_REST = Duration.ofMillis(10);

    private final DueMessage due;
    private final List<Tried> tried = new ArrayList<>();
    private volatile Instant leasedUntil;

    Parcel(DueMessage due, Instant leasedUntil) {
        this.due = due;
        this.leasedUntil = leasedUntil;
    }

    DueMessage due() {
        return due;
    }

    Instant leasedUntil() {
        return leasedUntil;
    }

    void leaseUntil(Instant until) {
        this.leasedUntil = until;
    }

    void add(Tried one) {
        tried.add(one);
    }

    /// The carriers that were asked since it was taken.
    Set<String> asked() {
        Set<String> names = new HashSet<>();
        tried.forEach(one -> names.add(one.leg().carrier()));
        return names;
    }

    boolean ended(Instant now) {
        return !due.expiresAt().isAfter(now);
    }

    /// What there is to record, when no carrier is asked any more.
    Settlement settled(Instant now) {
        return new Settlement(due.id(), due.attempt(), tried, now.plus(rest()));
    }

    /// What there is to record, when it could not be handed to anybody for want of room or of a carrier.
    Settlement returned(Instant until) {
        return new Settlement(due.id(), due.attempt(), tried, until);
    }

    private Duration rest() {
        if (tried.isEmpty()) {
            return Duration.ZERO;
        }
        return switch (tried.getLast().dispatch()) {
            case Dispatch.Busy busy -> busy.after().compareTo(LEAST_REST) < 0 ? LEAST_REST : busy.after();
            case Dispatch.Handed handed -> Duration.ZERO;
            case Dispatch.DestinationFault fault -> Duration.ZERO;
            case Dispatch.CarrierFault fault -> backOff(due.attempt() / tried.size());
        };
    }

    /// @param before how many times all that could be asked was asked before
    private static Duration backOff(int before) {
        Duration doubled = FIRST_RETRY.multipliedBy(1L << Math.min(before, 10));
        return doubled.compareTo(LONGEST_RETRY) < 0 ? doubled : LONGEST_RETRY;
    }
}
