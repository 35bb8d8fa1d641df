package dev.countersign.verification;

/// Hears of what an operator must know at once.
public interface Watch {
    /// A caller mostly guesses, and waits now.
    void spraying(long callerUin);

    /// A principal's authenticator was disabled after too many failures.
    void disabled(long uin, String authenticator);

    /// A try at a password was held back: there were too many from its source, or for its name.
    default void heldBack() {}
}
