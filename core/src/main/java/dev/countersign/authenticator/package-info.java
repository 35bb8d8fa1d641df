/// What principals show factors with: what each has, how a number or address is changed, how a device is
/// enrolled, and the one-time codes by which administrators let somebody enrol.
///
/// **What it does not do.** It sends and compares nothing by itself: codes are `verification`'s and `totp`'s,
/// under their limits and counts. It does not decide what a principal must show (see `protection`), and an
/// administrator's assertion of a number or address is `directory`'s.
///
/// Start with [dev.countersign.authenticator.Authenticators]; the ceremony of a change is
/// [dev.countersign.authenticator.Changes].
@NullMarked
package dev.countersign.authenticator;

import org.jspecify.annotations.NullMarked;
