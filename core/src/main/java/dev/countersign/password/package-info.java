/// Passwords of customer accounts and of users.
///
/// **What it does not do.** It implements no hash: [PasswordHasher] is a port, Argon2id in the server.
///
/// Start with [Passwords].
@NullMarked
package dev.countersign.password;

import org.jspecify.annotations.NullMarked;
