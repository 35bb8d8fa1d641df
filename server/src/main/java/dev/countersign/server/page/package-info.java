/// The page of a challenge: `/challenge/{id}` and its forms, in a person's browser.
///
/// **What it does not do.** It decides nothing about challenges (see `challenge`), writes no HTML (see `html`), and
/// keeps nothing between two requests but what the browser's cookie and the store do.
///
/// Start with [dev.countersign.server.page.ChallengeSite].
@NullMarked
package dev.countersign.server.page;

import org.jspecify.annotations.NullMarked;
