/// Signing in to the console with a password: holds back who tries too often, finds the user, compares, counts
/// failures, and lets a user replace a password that was chosen for it.
///
/// **What it does not do.** It shows no page, keeps no session and decides no role; the second factor is a challenge's
/// business. An administrator gives passwords by [dev.countersign.directory.Users].
///
/// Start with [SignIns].
@NullMarked
package dev.countersign.signin;

import org.jspecify.annotations.NullMarked;
