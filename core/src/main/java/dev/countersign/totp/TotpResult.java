package dev.countersign.totp;

/// What came of giving a device's code. It is kept, whichever it is, before anybody hears of it.
public sealed interface TotpResult {
    /// The code is right and is used up, with every one before it.
    record Accepted() implements TotpResult {}

    /// The code was compared and is wrong, or was used before.
    ///
    /// @param sprayed whether the caller has to wait from now on because it mostly guesses
    /// @param disabled whether this failure disabled the device
    record Wrong(boolean sprayed, boolean disabled) implements TotpResult {}

    /// Nothing was compared: there is no device, a wait is on, the device is disabled, or every code that the
    /// clock allows was used.
    record NotCompared() implements TotpResult {}
}
