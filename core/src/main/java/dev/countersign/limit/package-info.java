/// Limits over short times: how many calls a second an action takes from a caller, and how often a password is tried.
///
/// **What it does not do.** Sends per destination and failures per principal are not here: they are decided in
/// the store, in the step that acts on them.
///
/// Start with [SecondWindows].
@NullMarked
package dev.countersign.limit;

import org.jspecify.annotations.NullMarked;
