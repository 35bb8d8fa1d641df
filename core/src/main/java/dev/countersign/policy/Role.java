package dev.countersign.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A role is what somebody acts as for a while, with the role's policies instead of their own.
///
/// @param id its id
/// @param tenant whose it is
/// @param terms what its maker decided
/// @param createdAt when it was made
/// @param updatedAt when it was changed last
public record Role(long id, long tenant, Terms terms, Instant createdAt, Instant updatedAt) {
    /// What a role's maker decides.
    ///
    /// @param name unique in the tenant
    /// @param trust the document that says who may assume it
    /// @param description for people
    /// @param longest how long a key for it may live
    /// @param console whether it may use the console
    /// @param tags for people
    public record Terms(
            String name, String trust, String description, Duration longest, boolean console, List<Tag> tags) {
        /// Copies the list.
        public Terms {
            tags = List.copyOf(tags);
        }
    }

    /// Its name.
    public String name() {
        return terms.name();
    }

    /// What policies call it: `qcs::cam::uin/100000000001:roleName/dev-operator`.
    public String arn() {
        return "qcs::cam::uin/" + tenant + ":roleName/" + name();
    }

    /// What the audit calls it.
    public String subject() {
        return "role/" + id;
    }
}
