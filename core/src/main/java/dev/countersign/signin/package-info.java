/// Signing in to the console with a password: finds the user, compares, counts failures.
///
/// **What it does not do.** It shows no page, keeps no session and decides no role; the second factor is a challenge's
/// business. It makes and changes no password: [dev.countersign.directory.Users] does.
///
/// Start with [SignIns].
@NullMarked
package dev.countersign.signin;

import org.jspecify.annotations.NullMarked;
