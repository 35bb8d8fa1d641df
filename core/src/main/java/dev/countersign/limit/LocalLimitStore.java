package dev.countersign.limit;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// Counts in the memory of this node. Only the present second is kept, so its size is bounded by what arrives
/// in one.
public final class LocalLimitStore implements LimitStore {
    private final AtomicReference<Window> present = new AtomicReference<>(new Window(Long.MIN_VALUE));

    private record Window(long second, ConcurrentHashMap<String, AtomicInteger> counts) {
        Window(long second) {
            this(second, new ConcurrentHashMap<>());
        }
    }

    @Override
    public int hit(String key, long second) {
        Window window = present.updateAndGet(now -> now.second() < second ? new Window(second) : now);
        return window.counts().computeIfAbsent(key, k -> new AtomicInteger()).incrementAndGet();
    }
}
