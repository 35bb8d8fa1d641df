/// Verifications: the whole episode of a code, from the demand to its outcome. This is what Countersign is for.
///
/// **What it does not do.** It speaks no wire, no SQL and to no carrier. Its decisions ([SendPolicy],
/// [AttemptPolicy]) are pure; [VerificationStore] makes each of them one atomic step.
///
/// Start with [Verifications]. Rules: NIST SP 800-63B-4 section 3.1.3 and 3.2.2, OWASP ASVS 5 chapter V6.
/// Decision: `docs/adr/0007-transactional-outbox.md`.
@NullMarked
package dev.countersign.verification;

import org.jspecify.annotations.NullMarked;
