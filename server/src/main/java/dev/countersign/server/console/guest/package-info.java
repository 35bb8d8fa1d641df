/// Who is in the console, and what they may do there.
///
/// **What it does not do.** It lets nobody in: the door does.
///
/// Start with [dev.countersign.server.console.guest.Guest].
@NullMarked
package dev.countersign.server.console.guest;

import org.jspecify.annotations.NullMarked;
