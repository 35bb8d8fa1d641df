/// What an action is: one file that says everything about itself, and the machinery that reads it.
///
/// **What it does not do.** It knows no dialect's wording and no product.
///
/// Start with [dev.countersign.gateway.action.ActionSpec].
@NullMarked
package dev.countersign.gateway.action;

import org.jspecify.annotations.NullMarked;
