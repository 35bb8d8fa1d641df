/// The inbox at `/console/inbox`: what was sent, live; in a dev world with its tools beside it, and under `serve` where
/// `console.inbox` is on.
///
/// **What it does not do.** It sends nothing and decides nothing: messages come from the inbox that it is given, and
/// what a tool does and refuses is said by the dev world's own calls. Who may come in is decided by the door.
///
/// Start with [dev.countersign.server.console.inbox.InboxRoom].
@NullMarked
package dev.countersign.server.console.inbox;

import org.jspecify.annotations.NullMarked;
