package dev.countersign.delivery.guard;

import dev.countersign.delivery.Carrier;
import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.Message;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Leaves a carrier alone while it fails. Only [Dispatch.CarrierFault] is a failure: neither a number that
/// can't be reached nor a carrier that asks for fewer messages says that it is broken. After its rest it is
/// ready for a few hand-overs, which decide whether it has recovered.
public final class BreakingCarrier implements Carrier {
    private static final Dispatch OPEN = new Dispatch.CarrierFault("left alone after failures");

    private final Carrier inner;
    private final CircuitBreaker breaker;

    /// @param inner who is left alone
    /// @param breaking when
    /// @param clock the time that rests are measured by
    public BreakingCarrier(Carrier inner, Breaking breaking, InstantSource clock) {
        this.inner = inner;
        this.breaker = CircuitBreaker.of(
                inner.name(),
                CircuitBreakerConfig.custom()
                        .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(breaking.window())
                        .minimumNumberOfCalls(breaking.least())
                        .failureRateThreshold(breaking.share())
                        .waitDurationInOpenState(breaking.rest())
                        .permittedNumberOfCallsInHalfOpenState(breaking.probes())
                        .recordResult(result -> result instanceof Dispatch.CarrierFault)
                        .clock(clock.withZone(ZoneOffset.UTC))
                        .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                        .build());
    }

    @Override
    public String name() {
        return inner.name();
    }

    /// Whether a hand-over would be let through now. A place is taken and given back: the breaker counts its
    /// rest only when asked.
    @Override
    public boolean ready() {
        if (!inner.ready() || !breaker.tryAcquirePermission()) {
            return false;
        }
        breaker.releasePermission();
        return true;
    }

    @Override
    public Dispatch dispatch(Message message) {
        if (!breaker.tryAcquirePermission()) {
            return OPEN;
        }
        Dispatch result = null;
        try {
            result = inner.dispatch(message);
            return result;
        } finally {
            record(result);
        }
    }

    /// No result at all is a fault of the carrier that was thrown.
    private void record(@Nullable Dispatch result) {
        switch (result) {
            case null -> count(OPEN);
            case Dispatch.Busy busy -> breaker.releasePermission();
            case Dispatch.Handed handed -> count(handed);
            case Dispatch.DestinationFault fault -> count(fault);
            case Dispatch.CarrierFault fault -> count(fault);
        }
    }

    private void count(Dispatch result) {
        breaker.onResult(0, TimeUnit.MILLISECONDS, result);
    }

    @Override
    public void close() {
        inner.close();
    }
}
