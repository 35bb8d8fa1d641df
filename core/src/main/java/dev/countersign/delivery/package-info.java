/// Getting messages to people: the outbox, the courier that empties it, and the carriers that it hands them to.
///
/// **What it does not do.** A request never waits for a carrier: it only writes to the outbox, in the commit
/// that makes the verification. No code is kept here; the courier reads it at the moment of hand-over.
///
/// Start with [Courier]; [Receipts] is what comes back. Decisions: `docs/adr/0007-transactional-outbox.md` and
/// `docs/adr/0025-delivery-is-a-pipeline.md`.
@NullMarked
package dev.countersign.delivery;

import org.jspecify.annotations.NullMarked;
