/// What travels: requests and answers as bytes, and the one neutral tree that all body forms are read into.
///
/// **What it does not do.** It is a leaf: it knows no dialect, no action, and nothing else of ours but byte
/// values.
///
/// Start with [dev.countersign.gateway.wire.Value].
@NullMarked
package dev.countersign.gateway.wire;

import org.jspecify.annotations.NullMarked;
