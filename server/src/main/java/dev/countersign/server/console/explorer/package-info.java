/// The Explorer: every action that runs, from its own spec. Found, explained, filled in, called as a chosen key, with
/// each step of the signature and the same call in code.
///
/// **What it does not do.** It checks no parameter and words no refusal: a call goes over the wire like anybody's, and
/// the wire's answer is shown as it is. It keeps nothing of a call, and puts no secret into an address.
///
/// Start with [dev.countersign.server.console.explorer.ExplorerRoom].
@NullMarked
package dev.countersign.server.console.explorer;

import org.jspecify.annotations.NullMarked;
