/// Who can call: tenants, their principals, and the keys that sign for them.
///
/// **What it does not do.** It verifies no signature (a dialect does) and evaluates no policy document; for now
/// a principal either may do everything or nothing.
///
/// Start with [dev.countersign.tenant.Caller].
@NullMarked
package dev.countersign.tenant;

import org.jspecify.annotations.NullMarked;
