/// Sealing at rest: the installation's keys, what they wrap, and the keyed hashes that find what is sealed.
///
/// **What it does not do.** It stores nothing (see [dev.countersign.seal.DataKeyStore]) and hashes no password.
/// The scheme is AES-256-GCM under keys derived per day (NIST SP 800-38D, SP 800-108), found by HMAC-SHA256.
///
/// Start with [dev.countersign.seal.Seals]. Decision: `docs/adr/0008-codes-are-sealed-not-hashed.md`.
@NullMarked
package dev.countersign.seal;

import org.jspecify.annotations.NullMarked;
