/// What happened, as a row that can't be rewritten unnoticed.
///
/// **What it does not do.** It keeps no allowed read, and nothing of callers who proved nothing: those are
/// metrics. It decides nothing.
///
/// Start with [dev.countersign.audit.AuditEntry].
@NullMarked
package dev.countersign.audit;

import org.jspecify.annotations.NullMarked;
