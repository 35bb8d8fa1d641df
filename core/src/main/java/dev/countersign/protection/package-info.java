/// Which factor a principal must show at login and before sensitive operations, and what a tenant demands of all
/// its principals and callers.
///
/// **What it does not do.** It runs no challenge and keeps no authenticator: it says which method a challenge has
/// to use, and refuses a method whose factor is not bound.
///
/// Start with [dev.countersign.protection.Protections]. Decision: `docs/adr/0019-protection-is-lowered-with-care.md`.
@NullMarked
package dev.countersign.protection;

import org.jspecify.annotations.NullMarked;
