/// What a client signs, and how a signature came about, step by step.
///
/// **What it does not do.** It knows no scheme: each dialect signs beside where it verifies, with the same code, and
/// `gateway.client` names the schemes. It sends nothing and takes no time from a clock.
///
/// Start with [dev.countersign.gateway.signing.Signer].
@NullMarked
package dev.countersign.gateway.signing;

import org.jspecify.annotations.NullMarked;
