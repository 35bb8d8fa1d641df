package dev.countersign.tenant;

/// A principal is anyone who can call or be protected: the root of a tenant, or a user.
///
/// @param uin its UIN, unique over the installation
/// @param tenant the tenant's id; equal to `uin` for the root
/// @param name the user's name; the tenant's for the root
public record Principal(long uin, long tenant, String name) {
    /// Whether this is the tenant's root.
    public boolean isRoot() {
        return uin == tenant;
    }
}
