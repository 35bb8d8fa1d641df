package dev.countersign.refusal;

/// A temporary key that is not handed out. That a code is not accepted is one: wrong, used before, not compared
/// just now, or of a device that the caller does not have look alike on purpose.
public sealed interface SessionRefusal extends Refusal
        permits CodeNotAccepted,
                SessionRefusal.SecondFactorUnsupported,
                SessionRefusal.SessionParameterInvalid,
                SessionRefusal.LifetimeOutside {
    /// The second factor that was named is of a kind that can't be shown with a call.
    record SecondFactorUnsupported() implements SessionRefusal {}

    /// A parameter that can't be read.
    record SessionParameterInvalid() implements SessionRefusal {}

    /// The key would live longer than it may, or not at all.
    record LifetimeOutside() implements SessionRefusal {}
}
