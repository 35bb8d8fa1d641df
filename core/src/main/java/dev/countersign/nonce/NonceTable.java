package dev.countersign.nonce;

import org.jspecify.annotations.Nullable;

/// A part of a [LocalNonceStore]: an open table of digests that grows, and frees the places of those that have ended.
/// It is not safe for threads by itself.
final class NonceTable {
    private static final int FIRST = 16;

    /// The table stays below five eighths, so that a search is short.
    private static final int FULL_EIGHTHS = 5;

    private long[] high = new long[FIRST];
    private long[] low = new long[FIRST];
    private int[] until = new int[FIRST];
    private @Nullable Share[] share = new @Nullable Share[FIRST];
    private int held;
    private int broom;

    boolean holds(long digestHigh, long digestLow) {
        return share[place(digestHigh, digestLow)] != null;
    }

    /// Adds a digest that the table does not hold.
    ///
    /// @param end the last second at which it counts
    /// @param counted the share that it was counted in
    void add(long digestHigh, long digestLow, int end, Share counted) {
        if ((held + 1) * 8L > share.length * (long) FULL_EIGHTHS) {
            grow();
        }
        put(digestHigh, digestLow, end, counted);
        held++;
    }

    /// Looks at some places and frees those whose nonces have ended.
    ///
    /// @return how many were freed
    int sweep(int places, int now) {
        int freed = 0;
        for (int looked = 0; looked < places; looked++) {
            Share counted = share[broom];
            if (counted != null && until[broom] < now) {
                counted.held().decrementAndGet();
                free(broom);
                freed++;
            } else {
                broom = broom + 1 & share.length - 1;
            }
        }
        return freed;
    }

    /// Shows every digest that is held.
    void each(Visitor visitor) {
        for (int at = 0; at < share.length; at++) {
            Share counted = share[at];
            if (counted != null) {
                visitor.held(high[at], low[at], until[at], counted.tenant());
            }
        }
    }

    /// Told of what is held.
    interface Visitor {
        /// One digest that is held.
        ///
        /// @param end the last second at which it counts
        void held(long digestHigh, long digestLow, int end, long tenant);
    }

    int places() {
        return share.length;
    }

    private int place(long digestHigh, long digestLow) {
        int at = home(digestLow);
        while (share[at] != null && (high[at] != digestHigh || low[at] != digestLow)) {
            at = at + 1 & share.length - 1;
        }
        return at;
    }

    private int home(long digestLow) {
        return (int) digestLow & share.length - 1;
    }

    private void put(long digestHigh, long digestLow, int end, Share counted) {
        int at = place(digestHigh, digestLow);
        high[at] = digestHigh;
        low[at] = digestLow;
        until[at] = end;
        share[at] = counted;
    }

    /// Frees a place and moves up what stands behind it, so that no search ends too early.
    private void free(int freed) {
        held--;
        int gap = freed;
        share[gap] = null;
        int at = gap + 1 & share.length - 1;
        while (share[at] != null) {
            int wanted = home(low[at]);
            boolean mayMove = (at - wanted & share.length - 1) >= (at - gap & share.length - 1);
            if (mayMove) {
                high[gap] = high[at];
                low[gap] = low[at];
                until[gap] = until[at];
                share[gap] = share[at];
                share[at] = null;
                gap = at;
            }
            at = at + 1 & share.length - 1;
        }
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        int[] oldUntil = until;
        @Nullable Share[] oldShare = share;
        high = new long[oldHigh.length * 2];
        low = new long[oldHigh.length * 2];
        until = new int[oldHigh.length * 2];
        share = new @Nullable Share[oldHigh.length * 2];
        broom = 0;
        for (int i = 0; i < oldShare.length; i++) {
            Share counted = oldShare[i];
            if (counted != null) {
                put(oldHigh[i], oldLow[i], oldUntil[i], counted);
            }
        }
    }
}
