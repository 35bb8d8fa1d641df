/// Nonces: what a signed call carries so that it can't be sent twice.
///
/// **What it does not do.** It checks no signature: whoever burns a nonce has checked it before.
///
/// Start with [dev.countersign.nonce.NonceStore]. Decision: `docs/adr/0022-nonces-in-memory.md`.
@NullMarked
package dev.countersign.nonce;

import org.jspecify.annotations.NullMarked;
