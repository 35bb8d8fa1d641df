package dev.countersign.sts;

import dev.countersign.tenant.Caller;
import java.time.Duration;
import java.util.Optional;

/// Knows the roles that can be assumed, and what a policy looks like.
public interface AssumableRoles {
    /// A tenant's role.
    Optional<Role> find(long tenant, RoleName name);

    /// Whether the role's trust policy lets this caller assume it.
    ///
    /// @param externalId what the caller gave for the condition of that name
    boolean mayAssume(Caller caller, Role role, Optional<String> externalId);

    /// Passes when a text is a policy document that could narrow a key.
    ///
    /// @param tenant the tenant that names without an account mean
    /// @throws dev.countersign.refusal.Refused with a [dev.countersign.refusal.PolicyDocumentRefusal]
    void requireSound(String policy, long tenant);

    /// A role.
    ///
    /// @param id its id
    /// @param name its name, unique within its tenant
    /// @param longest how long a key for it may live
    record Role(long id, String name, Duration longest) {}

    /// How a role is named.
    sealed interface RoleName {
        /// By its name.
        record Named(String name) implements RoleName {}

        /// By its id.
        record Numbered(long id) implements RoleName {}
    }
}
