/// The inbox at `/console/inbox`: what the dev world sent, live, with its tools beside it.
///
/// **What it does not do.** It sends nothing and decides nothing: messages come from the inbox that it is given, and
/// what a tool does and refuses is said by the dev world's own calls. Under `serve` there is no such room.
///
/// Start with [dev.countersign.server.console.inbox.InboxRoom].
@NullMarked
package dev.countersign.server.console.inbox;

import org.jspecify.annotations.NullMarked;
