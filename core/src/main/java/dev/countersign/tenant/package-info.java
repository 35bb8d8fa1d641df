/// Who can call: tenants, their principals, and the keys that sign for them.
///
/// **What it does not do.** It verifies no signature (a dialect does) and decides nothing about what a caller may
/// do: [dev.countersign.policy.Authorisation] does.
///
/// Start with [dev.countersign.tenant.Caller].
@NullMarked
package dev.countersign.tenant;

import org.jspecify.annotations.NullMarked;
