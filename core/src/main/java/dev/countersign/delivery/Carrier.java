package dev.countersign.delivery;

/// The outside party behind a channel.
public interface Carrier {
    /// Its name in the configuration, the record and the metrics.
    String name();

    /// Hands a message over. The same message may be handed over again after a crash; its id tells.
    Dispatch dispatch(Message message);
}
