/// Bytes to neutral values and back: JSON, and flattened parameters of queries and forms.
///
/// **What it does not do.** It knows no dialect: what a broken form is called on a wire is the dialect's business.
///
/// Start with [dev.countersign.gateway.codec.Json]. Decision: `docs/adr/0009-json-without-databind.md`.
@NullMarked
package dev.countersign.gateway.codec;

import org.jspecify.annotations.NullMarked;
