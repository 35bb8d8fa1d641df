package dev.countersign.server.metrics;

import java.util.function.LongSupplier;

/// Asks for a number no more often than it may cost: an answer stands for fifty times as long as finding it took. What
/// is found at once is asked for each time; counting a backlog of millions takes a fiftieth of one processor, however
/// often somebody looks.
public final class Sparing implements LongSupplier {
    private static final long TIMES = 50;

    private final LongSupplier asked;
    private final LongSupplier ticker;
    private boolean known;
    private long answer;
    private long until;

    /// @param asked finds the number
    /// @param ticker nanoseconds that only grow
    public Sparing(LongSupplier asked, LongSupplier ticker) {
        this.asked = asked;
        this.ticker = ticker;
    }

    @Override
    public synchronized long getAsLong() {
        long begun = ticker.getAsLong();
        if (!known || begun - until >= 0) {
            answer = asked.getAsLong();
            long ended = ticker.getAsLong();
            until = ended + TIMES * (ended - begun);
            known = true;
        }
        return answer;
    }
}
