/// Spaces, and the phone numbers in them: how one is added, moved in, proven by a code, registered and let go.
///
/// **What it does not do.** It sends and compares no code itself (that is `verification`), reads no written number
/// (that is `destination`), and says nothing on a wire.
///
/// Start with [dev.countersign.migration.Numbers], and with [dev.countersign.migration.NumberState], which is drawn in
/// `docs/reference/phone-numbers.md`.
@NullMarked
package dev.countersign.migration;

import org.jspecify.annotations.NullMarked;
