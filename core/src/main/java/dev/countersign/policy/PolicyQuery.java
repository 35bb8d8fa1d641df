package dev.countersign.policy;

/// Which policies of a list.
///
/// @param scope own, preset or both
/// @param keyword what their names contain, whatever its case; empty for anything
/// @param offset how many to leave out
/// @param most how many at most
public record PolicyQuery(Scope scope, String keyword, int offset, int most) {
    /// Whose policies.
    public enum Scope {
        /// The tenant's and the preset ones.
        ALL,
        /// The preset ones.
        PRESET,
        /// The tenant's.
        OWN
    }
}
