package dev.countersign.policy;

import java.time.Instant;
import java.util.List;

/// A policy is a document with a name, to be attached to users and roles.
///
/// @param id its id
/// @param tenant whose it is; 0 for a preset one, which is everybody's
/// @param grammar the name of the grammar that reads its document
/// @param text what is written in it
/// @param alias what the tenant that looks at it calls a preset one; empty for nothing
/// @param createdAt when it was made
/// @param updatedAt when it was changed last
public record Policy(
        long id, long tenant, String grammar, Text text, String alias, Instant createdAt, Instant updatedAt) {
    /// The id of the preset policy that allows everything.
    public static final long ADMINISTRATOR = 1;

    /// What its writer decides.
    ///
    /// @param name unique in the tenant
    /// @param document its text
    /// @param description for people
    /// @param tags for people
    public record Text(String name, String document, String description, List<Tag> tags) {
        /// Copies the list.
        public Text {
            tags = List.copyOf(tags);
        }
    }

    /// The preset policy that allows everything, as the vendor calls it.
    public static Policy administrator() {
        Instant made = Instant.parse("2026-11-25T00:00:00Z");
        return new Policy(
                ADMINISTRATOR,
                0,
                "tencent",
                new Text(
                        "AdministratorAccess",
                        "{\"version\":\"2.0\",\"statement\":[{\"effect\":\"allow\",\"action\":\"*\",\"resource\":\"*\"}]}",
                        "Allows every action on every resource.",
                        List.of()),
                "",
                made,
                made);
    }

    /// Whether it is everybody's.
    public boolean preset() {
        return tenant == 0;
    }

    /// Its name.
    public String name() {
        return text.name();
    }
}
