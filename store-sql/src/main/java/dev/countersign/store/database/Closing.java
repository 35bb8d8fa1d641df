package dev.countersign.store.database;

import org.jdbi.v3.core.Handle;

/// What is done at the end of every batch of units, as the last thing before their commit.
public interface Closing {
    /// The name that batches of all processes exclude each other by while they do it.
    String EXCLUSIVE = "closing";

    /// Whether these units left anything to do. Asked once a batch, so it must be quick.
    boolean wanted(Handle handle);

    /// Does it. What it throws takes the whole batch back.
    void perform(Handle handle);

    /// Both, one after the other.
    static Closing both(Closing first, Closing second) {
        return new Closing() {
            @Override
            public boolean wanted(Handle handle) {
                return first.wanted(handle) || second.wanted(handle);
            }

            @Override
            public void perform(Handle handle) {
                if (first.wanted(handle)) {
                    first.perform(handle);
                }
                if (second.wanted(handle)) {
                    second.perform(handle);
                }
            }
        };
    }

    /// Nothing to do.
    static Closing none() {
        return new Closing() {
            @Override
            public boolean wanted(Handle handle) {
                return false;
            }

            @Override
            public void perform(Handle handle) {}
        };
    }
}
