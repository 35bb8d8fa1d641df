/// Challenges: the demand to show a second factor, from its opening to the result that leaves through the browser.
///
/// **What it does not do.** It signs nothing (see `proof`), speaks no HTTP, draws no page, and decides nobody's
/// protection. Comparing codes is `verification`'s, TOTP's and the tenant's own business; this package says when
/// they are asked, by which browser, and how often.
///
/// Start with [dev.countersign.challenge.Challenges], the application's side, then
/// [dev.countersign.challenge.Visits], the browser's. A method is one file: [dev.countersign.challenge.PhoneMethod]
/// is one.
@NullMarked
package dev.countersign.challenge;

import org.jspecify.annotations.NullMarked;
