package dev.countersign.refusal;

/// A role that is not assumed.
public sealed interface AssumptionRefusal extends Refusal {
    /// The caller's tenant has no such role.
    record RoleUnknown() implements AssumptionRefusal {}

    /// The policy that was to narrow the key is too long.
    record SessionPolicyTooLong() implements AssumptionRefusal {}

    /// The policy that was to narrow the key is no policy.
    record SessionPolicyMalformed() implements AssumptionRefusal {}
}
