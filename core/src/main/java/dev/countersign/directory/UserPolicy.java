package dev.countersign.directory;

import java.time.Duration;

/// How many users there may be, and how an administrator's assertion is softened.
///
/// @param perTenant users of one tenant
/// @param newPerHour users that one tenant may add within an hour of the clock
/// @param coolOff for how long a changed number or address holds sensitive operations back
public record UserPolicy(int perTenant, int newPerHour, Duration coolOff) {
    /// @throws IllegalArgumentException for a number below 1 or a negative span
    public UserPolicy {
        if (perTenant < 1 || newPerHour < 1 || coolOff.isNegative()) {
            throw new IllegalArgumentException("there is at least one user, and time goes forward");
        }
    }

    /// 1,000 users, 500 new ones an hour, 24 hours.
    public static UserPolicy standard() {
        return new UserPolicy(1000, 500, Duration.ofHours(24));
    }
}
