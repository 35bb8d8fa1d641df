package dev.countersign.policy;

import dev.countersign.audit.AuditEntry;
import java.util.List;
import java.util.Optional;

/// Keeps policies and who has them. What belongs to another tenant is not there.
public interface PolicyStore extends AttachedPolicies {
    /// A policy of the tenant, or a preset one.
    Optional<Policy> find(long tenant, long id);

    /// A policy of the tenant, or a preset one, by name.
    Optional<Policy> named(long tenant, String name);

    /// Adds a policy.
    ///
    /// @param most how many the tenant may have
    /// @return false when its id is taken; nothing was added
    /// @throws dev.countersign.refusal.Refused with `NameInUse` or `PoliciesFull`
    boolean add(Policy policy, int most, AuditEntry entry);

    /// Changes what is written in a policy of the tenant.
    ///
    /// @return false when it is not there
    /// @throws dev.countersign.refusal.Refused with `NameInUse`
    boolean change(Policy policy, AuditEntry entry);

    /// Gives a preset policy the name by which a tenant calls it.
    void alias(long tenant, long policy, String alias, AuditEntry entry);

    /// Deletes policies of the tenant, all or none, and takes them from who has them.
    ///
    /// @return false when one is not there; nothing was deleted
    boolean remove(long tenant, List<Long> ids, AuditEntry entry);

    /// Part of the list of policies, in the order of their ids.
    Page<ListedPolicy> list(long tenant, PolicyQuery query);

    /// Gives somebody a policy; does nothing when it has that already.
    ///
    /// @param most how many it may have
    /// @throws dev.countersign.refusal.Refused with `AttachmentsFull`, or with `PolicyUnknown` when it is gone
    void attach(long tenant, Holder holder, Attachment attachment, int most, AuditEntry entry);

    /// Takes a policy from somebody; does nothing when it doesn't have that.
    void detach(long tenant, Holder holder, long policy, AuditEntry entry);

    /// Part of the list of what somebody has, in the order of the policies' ids.
    Page<Attachment> attachments(long tenant, Holder holder, int offset, int most);
}
