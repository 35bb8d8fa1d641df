/// What an operator sees from outside: counts, durations, and whether the program is ready.
///
/// **What it does not do.** It holds no number, address, key or code: labels come from what is published, and
/// anything else is `other`.
///
/// Start with [dev.countersign.server.metrics.Metrics].
@NullMarked
package dev.countersign.server.metrics;

import org.jspecify.annotations.NullMarked;
