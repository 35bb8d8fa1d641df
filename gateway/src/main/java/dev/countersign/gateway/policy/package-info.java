/// The ways in which vendors write policy documents.
///
/// **What it does not do.** It decides nothing, and says nothing on a wire: what a fault is called is an action's.
///
/// Start with [dev.countersign.gateway.policy.TencentGrammar] or
/// [dev.countersign.gateway.policy.RamGrammar]. Decision: `docs/adr/0015-policies.md`.
@NullMarked
package dev.countersign.gateway.policy;

import org.jspecify.annotations.NullMarked;
