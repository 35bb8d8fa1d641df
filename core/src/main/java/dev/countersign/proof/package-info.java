/// What a passed challenge is worth: a result code, exchanged once for a signed proof, which is redeemed once.
///
/// **What it does not do.** It knows no signature scheme: signing is behind [dev.countersign.proof.ProofSigner]. It
/// passes no challenge.
///
/// Start with [dev.countersign.proof.Proofs].
@NullMarked
package dev.countersign.proof;

import org.jspecify.annotations.NullMarked;
