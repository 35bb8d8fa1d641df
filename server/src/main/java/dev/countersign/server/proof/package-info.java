/// Signs proofs as JSON Web Tokens. The only package that knows the JOSE library.
///
/// **What it does not do.** It decides nothing: when a proof is issued, and whether one is still good, is
/// `core`'s.
///
/// Start with [dev.countersign.server.proof.JoseSigner].
@NullMarked
package dev.countersign.server.proof;

import org.jspecify.annotations.NullMarked;
