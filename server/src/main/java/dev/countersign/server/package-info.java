/// The program: wiring, HTTP, configuration, commands and the dev world. The only place that constructs services.
///
/// **What it does not do.** It decides nothing about codes, limits or permissions: that is the core's.
///
/// Start with `Countersign`. Decision: `docs/adr/0003-no-container.md`.
@NullMarked
package dev.countersign.server;

import org.jspecify.annotations.NullMarked;
