/// The soak: a server and a message centre that are killed again and again under load, and what is left of the
/// messages that were acknowledged.
///
/// **What it does not do.** It ships nothing, and measures no speed.
///
/// Start with [dev.countersign.bench.soak.Soak].
@NullMarked
package dev.countersign.bench.soak;

import org.jspecify.annotations.NullMarked;
