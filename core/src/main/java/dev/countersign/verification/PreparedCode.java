package dev.countersign.verification;

/// A code that is about to be issued as part of a larger step.
///
/// @param demand what is wanted
/// @param code the code to use if a new one is needed
/// @param silent whether it is a test number's: nothing is sent, and no limit looked at
public record PreparedCode(Demand demand, Code code, boolean silent) {}
