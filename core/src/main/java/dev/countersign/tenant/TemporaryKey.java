package dev.countersign.tenant;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A temporary key comes from STS. It carries its principal, and these.
///
/// @param expiresAt when it ends
/// @param role the role that was assumed: its policies count instead of the principal's own, and a root that
///     assumed it is no root while it uses the key
/// @param policy a policy document that narrows what the key may do
/// @param mfaAt when a second factor was shown for it; empty when none was
public record TemporaryKey(
        Instant expiresAt, Optional<AssumedRole> role, Optional<String> policy, Optional<Instant> mfaAt) {
    /// A role while somebody uses it.
    ///
    /// @param id the role's id
    /// @param name the role's name
    /// @param session what the session was named
    public record AssumedRole(long id, String name, String session) {}

    /// Whether a second factor was shown within this time before now.
    public boolean mfaWithin(Duration age, Instant now) {
        return mfaAt.filter(at -> Duration.between(at, now).compareTo(age) <= 0).isPresent();
    }
}
