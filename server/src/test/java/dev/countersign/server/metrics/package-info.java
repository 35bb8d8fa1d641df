/// Tests of what an operator sees.
///
/// **What it does not do.** It starts no listener.
@NullMarked
package dev.countersign.server.metrics;

import org.jspecify.annotations.NullMarked;
