/// The schemes that a client of this server can sign in, by name.
///
/// **What it does not do.** It sends nothing. How a scheme signs is said in its dialect, beside the verifier.
///
/// Start with [dev.countersign.gateway.client.Scheme].
@NullMarked
package dev.countersign.gateway.client;

import org.jspecify.annotations.NullMarked;
