package dev.countersign.delivery;

/// The outside party behind a channel.
public interface Carrier extends AutoCloseable {
    /// Its name in the configuration, the record and the metrics.
    String name();

    /// Whether a message that were handed over now would likely be taken: connected, not broken, not drained.
    /// Asked before each hand-over; it must not wait.
    default boolean ready() {
        return true;
    }

    /// How many messages it takes beside each other; more wait here, and don't hold other carriers' messages
    /// back.
    default int window() {
        return 200;
    }

    /// Hands a message over and waits for the carrier's answer, within a bound of its own. The same message may
    /// be handed over again after a crash; its id tells. Called from many virtual threads at the same time.
    Dispatch dispatch(Message message);

    /// Ends its sessions. What is under way gets its answer or a fault; nothing may be handed over afterwards.
    @Override
    default void close() {}
}
