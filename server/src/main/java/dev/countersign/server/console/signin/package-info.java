/// The door of a console that is open to the network: sign-in, sessions, and whose host it answers to.
///
/// **What it does not do.** It compares no password and shows no second factor: [dev.countersign.signin.SignIns] and
/// challenges do. What a role may do, the rooms say.
///
/// Start with [SignInDoor].
@NullMarked
package dev.countersign.server.console.signin;

import org.jspecify.annotations.NullMarked;
