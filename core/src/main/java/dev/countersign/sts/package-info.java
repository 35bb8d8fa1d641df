/// Temporary keys: an access key that ends by itself, needs a token beside its signature, and remembers whether
/// a second factor was shown for it, which role it assumed, and what narrows it.
///
/// **What it does not do.** It evaluates no policy and keeps no role; who may assume one is asked through
/// [dev.countersign.sts.AssumableRoles].
///
/// Start with [dev.countersign.sts.Sessions]. Decision: `docs/adr/0018-temporary-keys.md`.
@NullMarked
package dev.countersign.sts;

import org.jspecify.annotations.NullMarked;
