/// Our own API, version 1: verifications.
///
/// **What it does not do.** It knows no HTTP: where each action stands is a line of its description, and the
/// `rest` dialect does the rest.
///
/// Statuses: 400 says that the call's form is wrong, 422 that it was understood and its content is refused, 404
/// that there is no such thing, 429 that waiting helps.
///
/// Start with [dev.countersign.product.countersign.v1.CountersignV1].
@NullMarked
package dev.countersign.product.countersign.v1;

import org.jspecify.annotations.NullMarked;
