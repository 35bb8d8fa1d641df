/// Values that every other package speaks in: bytes, secrets, masks.
///
/// **What it does not do.** Nothing here knows a wire, a table, a clock or a key: these are leaves.
///
/// Start with [dev.countersign.value.Bytes].
@NullMarked
package dev.countersign.value;

import org.jspecify.annotations.NullMarked;
