package dev.countersign.directory;

import dev.countersign.tenant.Caller;

/// Whether a caller may delete a user's keys together with the user. A permission of its own: who may delete
/// users need not be allowed that.
@FunctionalInterface
public interface MayDeleteKeys {
    /// Whether the caller may delete the keys of this user.
    boolean allows(Caller caller, User user);
}
