/// Every expected "no" that Countersign can say, as sealed values carried by one exception.
///
/// **What it does not do.** A refusal knows no error code, no HTTP status and no wording: those belong to an
/// action's table and to a dialect. It is the leaf of the core and imports nothing of ours.
///
/// Start with [dev.countersign.refusal.Refusal]. Decision: `docs/adr/0004-refusals-are-sealed-values.md`.
@NullMarked
package dev.countersign.refusal;

import org.jspecify.annotations.NullMarked;
