package dev.countersign.server.telephony;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A list that is made on first use, once.
final class StableList<T> implements Supplier<List<T>> {
    private final Supplier<List<T>> maker;
    private volatile @Nullable List<T> made;

    private StableList(Supplier<List<T>> maker) {
        this.maker = maker;
    }

    static <T> StableList<T> of(Supplier<List<T>> maker) {
        return new StableList<>(maker);
    }

    @Override
    public List<T> get() {
        List<T> present = made;
        if (present != null) {
            return present;
        }
        synchronized (this) {
            List<T> now = made;
            if (now == null) {
                now = maker.get();
                made = now;
            }
            return now;
        }
    }
}
