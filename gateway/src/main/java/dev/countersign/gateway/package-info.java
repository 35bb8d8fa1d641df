/// The path of a request, from bytes to bytes: [dev.countersign.gateway.Gateway] has it on one screen.
///
/// **What it does not do.** It knows no product and no vendor: products are registered, dialects are plugged
/// in. It opens no socket and touches no table.
///
/// Start with [dev.countersign.gateway.Gateway]. Decision: `docs/adr/0005-action-and-version-route.md`.
@NullMarked
package dev.countersign.gateway;

import org.jspecify.annotations.NullMarked;
