/// The developer's surface: what `countersign dev` has and `serve` has not. The fixed world, the inbox, the
/// clock, test numbers, reset and snapshots, under `/dev`; and the guards that keep other people's pages away
/// from it.
///
/// **What it does not do.** It decides nothing about codes: it moves the clock, reads the inbox and fills the
/// stores that the product itself uses. It needs no key, since only this machine (or a token) gets through its
/// guards.
///
/// Start with [dev.countersign.server.dev.DevSurface]. Every call with an example: `docs/dev-surface.md`.
@NullMarked
package dev.countersign.server.dev;

import org.jspecify.annotations.NullMarked;
