package dev.countersign.policy.document;

import java.util.List;

/// What is known about a call beside who does what: conditions look at it.
@FunctionalInterface
public interface Circumstances {
    /// The facts that conditions can be about. Keys of grammars that mean none of these have no value.
    enum Fact {
        /// The address that the call comes from.
        SOURCE,
        /// Whether a second factor was shown for the key that is used: `true` or `false`.
        MFA_PRESENT,
        /// The time, as ISO 8601.
        TIME,
        /// Whether the call came over TLS: `true` or `false`.
        SECURE_TRANSPORT,
        /// What a caller who assumes a role gave to tell for whom it does so.
        EXTERNAL_ID,
        /// Something that nothing here has.
        UNKNOWN
    }

    /// The values of a fact; empty when it has none.
    List<String> of(Fact fact);
}
