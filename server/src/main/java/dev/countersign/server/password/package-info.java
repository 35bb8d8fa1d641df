/// Argon2id, from Bouncy Castle.
///
/// **What it does not do.** It does not bound how many hashes run at once: [dev.countersign.password.Passwords]
/// does.
///
/// Start with [dev.countersign.server.password.Argon2Hasher].
@NullMarked
package dev.countersign.server.password;

import org.jspecify.annotations.NullMarked;
