/// Tests of the proofs' signer.
@NullMarked
package dev.countersign.server.proof;

import org.jspecify.annotations.NullMarked;
