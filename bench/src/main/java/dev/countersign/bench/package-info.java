/// Load for the numbers that Countersign claims, beside a yardstick on the same machine.
///
/// **What it does not do.** It ships nothing and asserts nothing: it prints.
///
/// Start with the script `bench/run`.
@NullMarked
package dev.countersign.bench;

import org.jspecify.annotations.NullMarked;
