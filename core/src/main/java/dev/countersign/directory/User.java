package dev.countersign.directory;

import dev.countersign.tenant.Bound;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// A user as an administrator sees it.
///
/// @param uin its UIN, unique over the installation
/// @param uid another number of it, unique as well; nothing is found by it
/// @param tenant whose it is
/// @param name unique among the tenant's principals
/// @param remark free text
/// @param console how it may log in
/// @param bound what is bound to it
/// @param createdAt when it was added; the epoch for one from before that was kept
public record User(
        long uin, long uid, long tenant, String name, String remark, Console console, Bound bound, Instant createdAt) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9+=,.@_-]{1,64}");

    /// How a user may log in to a console.
    ///
    /// @param allowed whether it may at all
    /// @param mustResetPassword whether the next login asks for another password
    /// @param last its last login
    public record Console(boolean allowed, boolean mustResetPassword, Optional<Login> last) {}

    /// A login.
    ///
    /// @param source the address that it came from
    public record Login(Instant at, String source) {}

    /// Whether a user may have this name: what the vendor's console takes, letters, digits and `+=,.@_-`, up to
    /// 64 characters.
    public static boolean mayBeCalled(String name) {
        return NAME.matcher(name).matches();
    }
}
