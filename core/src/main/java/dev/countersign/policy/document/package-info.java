/// Policy documents, read: statements that allow or deny actions on resources under conditions. They belong to no
/// vendor; a grammar reads a vendor's way of writing them.
///
/// **What it does not do.** It reads no text and decides nothing about a call.
///
/// Start with [dev.countersign.policy.document.PolicyDocument]. Decision: `docs/adr/0015-policies.md`.
@NullMarked
package dev.countersign.policy.document;

import org.jspecify.annotations.NullMarked;
