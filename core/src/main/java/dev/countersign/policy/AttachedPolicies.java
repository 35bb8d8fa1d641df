package dev.countersign.policy;

import java.util.List;

/// Finds the policies that decide about somebody. A change made elsewhere is seen within a second.
public interface AttachedPolicies {
    /// Those of a user.
    List<AttachedPolicy> ofUser(long tenant, long uin);

    /// Those of a role.
    List<AttachedPolicy> ofRole(long tenant, long role);
}
