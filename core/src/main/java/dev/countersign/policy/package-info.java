/// What callers may do: policies, the users and roles that they are attached to, and the decision about a call.
///
/// **What it does not do.** It reads no vendor's way of writing documents (a grammar does), and proves no caller.
///
/// Start with [dev.countersign.policy.Authorisation]. Decision: `docs/adr/0015-policies.md`.
@NullMarked
package dev.countersign.policy;

import org.jspecify.annotations.NullMarked;
