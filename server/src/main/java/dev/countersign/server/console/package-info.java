/// The console at `/console`: rooms that a person walks through in a browser, behind one door and in one frame.
///
/// **What it does not do.** It decides nothing of the domain and opens no store: a room asks the services that it is
/// given, and the Explorer calls the wire like anybody. It knows no dev world; what only that has is handed in.
///
/// Start with [dev.countersign.server.console.ConsoleSite], then [dev.countersign.server.console.Room]: a new screen
/// is one room, one template below `src/main/jte/console`, and its words beside the room's class.
@NullMarked
package dev.countersign.server.console;

import org.jspecify.annotations.NullMarked;
