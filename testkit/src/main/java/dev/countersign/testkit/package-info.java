/// What tests of several modules share: a clock that stands still, given keys, and the contracts that every
/// store must keep.
///
/// **What it does not do.** It ships with nothing: only tests depend on it. It knows no database; a contract is
/// given its stores by the class that runs it.
///
/// Start with [dev.countersign.testkit.StoreContract].
@NullMarked
package dev.countersign.testkit;

import org.jspecify.annotations.NullMarked;
