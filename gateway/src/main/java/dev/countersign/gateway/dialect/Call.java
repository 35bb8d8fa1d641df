package dev.countersign.gateway.dialect;

import dev.countersign.gateway.wire.Value;
import dev.countersign.verification.IdempotencyKey;
import java.util.Optional;
import java.util.Set;

/// What a request asks for, read but not believed.
///
/// @param target the action it names
/// @param claim who it says it is from
/// @param parameters what it gives
/// @param ignored names that may stand among the parameters without belonging to the action
/// @param source the address that it came from
/// @param manner how the answer is to be worded
/// @param idempotency the idempotency key, where the dialect has them
public record Call(
        Target target,
        Claim claim,
        Value.Fields parameters,
        Set<String> ignored,
        String source,
        Dialect.Manner manner,
        Optional<IdempotencyKey> idempotency) {
    /// The action that is named.
    ///
    /// @param dialect the dialect's name
    /// @param action as sent
    /// @param version as sent
    /// @param service the service that the credentials name; not to be relied on, empty when there is none
    public record Target(String dialect, String action, String version, String service) {}
}
