package dev.countersign.protection;

import dev.countersign.audit.AuditEntry;
import java.util.SortedMap;

/// Keeps what guards principals.
public interface ProtectionStore {
    /// What guards a principal; [Protection#NONE] also for one that does not exist in this tenant.
    Protection of(long tenant, long uin);

    /// What guards the principals of a tenant that were ever changed, by UIN.
    ///
    /// @param most how many at the most
    SortedMap<Long, Protection> list(long tenant, int most);

    /// Changes what guards a principal, as one step: what is bound, what is forced and what guards it now are read,
    /// the policy decides, and both halves are written, or nothing is.
    ///
    /// @param entry appended to the audit in the same step
    /// @return what guards it from now on
    /// @throws dev.countersign.refusal.Refused with what the policy refuses, or with
    ///     [dev.countersign.refusal.ProtectionRefusal.UserUnknown] when the tenant has no such principal
    Protection change(long tenant, long uin, ProtectionPolicy policy, AuditEntry entry);
}
