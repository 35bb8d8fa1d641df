/// Clients for tests: they sign and send as an application would, with code of their own, so that the server's
/// verifier is not its own judge.
///
/// **What it does not do.** It verifies nothing and ships nothing.
///
/// Start with [dev.countersign.testkit.wire.DevClient].
@NullMarked
package dev.countersign.testkit.wire;

import org.jspecify.annotations.NullMarked;
