/// The dev surface's ports on the embedded store.
///
/// **What it does not do.** It answers no request; it only keeps.
///
/// Start with [dev.countersign.server.dev.kept.KeptWorld].
@NullMarked
package dev.countersign.server.dev.kept;

import org.jspecify.annotations.NullMarked;
