package dev.countersign.server.dev;

/// What this world's users may do.
public interface Permissions {
    /// Whether a user of tenant `dev` may do everything.
    boolean everything(long uin);

    /// Lets a user of tenant `dev` do everything, or takes that from it.
    void everything(long uin, boolean may);

    /// Makes the role `dev-operator`, which alice may assume, with what it may do; does nothing when it is there.
    void operator();
}
