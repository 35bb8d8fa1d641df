package dev.countersign.policy;

import dev.countersign.tenant.Caller;
import java.time.Instant;

/// A policy that somebody has, with how it came to it.
///
/// @param policy the policy
/// @param origin how it came to it
public record Attachment(Policy policy, Origin origin) {
    /// How a policy came to somebody.
    ///
    /// @param at when
    /// @param by who attached it: the UIN of a principal, or a role's id; 0 for the installation itself
    /// @param role whether a role did
    public record Origin(Instant at, long by, boolean role) {
        /// Attached by a caller.
        public static Origin of(Caller caller, Instant at) {
            return caller.temporary()
                    .flatMap(key -> key.role())
                    .map(role -> new Origin(at, role.id(), true))
                    .orElseGet(() -> new Origin(at, caller.principal().uin(), false));
        }
    }
}
