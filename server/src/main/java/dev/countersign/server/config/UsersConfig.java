package dev.countersign.server.config;

import dev.countersign.directory.UserPolicy;
import java.time.Duration;

/// How many users tenants may have, and what a changed number means.
///
/// @param perTenant users of one tenant
/// @param newPerHour users that one tenant may add within an hour
/// @param coolOff how long a changed number or address holds sensitive operations back
@Area(value = "users", doc = "The users of tenants, as their administrators manage them.") public record UsersConfig(
        @Key(doc = "How many users a tenant may have.", example = "5000")
        int perTenant,

        @Key(doc = "How many users a tenant may add within an hour of the clock.", example = "100")
        int newPerHour,

        @Key(
                doc =
                        "For how long sensitive operations of a user are held back after an administrator changed its number"
                                + " or address.",
                example = "48h")
        Duration coolOff)
        implements Checked {
    @Override
    public void check() {
        policy();
    }

    /// The defaults.
    public static UsersConfig standard() {
        UserPolicy core = UserPolicy.standard();
        return new UsersConfig(core.perTenant(), core.newPerHour(), core.coolOff());
    }

    /// What the core decides by.
    ///
    /// @throws IllegalArgumentException for a number below 1 or a negative span
    public UserPolicy policy() {
        return new UserPolicy(perTenant, newPerHour, coolOff);
    }
}
