package dev.countersign.verification;

import dev.countersign.tenant.Caller;
import java.util.Optional;

/// One try at giving a code back.
///
/// @param target which verification it is about
/// @param given what was given
/// @param caller who gives it, for the record of its comparisons and for the audit
/// @param redeem whether a right code is used up at once; if not, it stays good and resets nothing
/// @param idempotency the caller's idempotency key, if it gave one
public record Attempt(Target target, Code given, Caller caller, boolean redeem, Optional<IdempotencyKey> idempotency) {
    /// How the verification is named.
    public sealed interface Target {
        /// By what the code is bound to: every live code of it is compared, and a wrong try is charged to each.
        record Bound(Binding binding) implements Target {}

        /// By its id, within a tenant. The other live codes of its binding are compared and charged as well.
        record Named(long tenant, String id) implements Target {}
    }
}
