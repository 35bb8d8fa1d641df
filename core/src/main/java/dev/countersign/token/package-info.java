/// Custom tokens: a challenge mints one, the tenant's own back end looks it up and spends it, and with that the
/// challenge is passed.
///
/// **What it does not do.** It runs no challenge, and sends no browser anywhere.
///
/// Start with [dev.countersign.token.CustomTokens].
@NullMarked
package dev.countersign.token;

import org.jspecify.annotations.NullMarked;
