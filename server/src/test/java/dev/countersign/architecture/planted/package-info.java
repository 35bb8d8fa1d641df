/// A small tree that breaks every rule of the architecture once, and a few innocents that break none.
///
/// **What it does not do.** It is never run and never shipped: it proves that the rules are alive.
@NullMarked
package dev.countersign.architecture.planted;

import org.jspecify.annotations.NullMarked;
