/// Traces: what a request did and what became of its message, as spans that a collector gets.
///
/// **What it does not do.** It decides nothing, waits for nobody, and puts no number, address, code, key or text
/// into a span: only what is published, ids, and the operator's own names.
///
/// Start with [dev.countersign.server.telemetry.Traces].
@NullMarked
package dev.countersign.server.telemetry;

import org.jspecify.annotations.NullMarked;
