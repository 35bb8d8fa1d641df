/// What stands beside the audit in the store: the file of checkpoints, and the form in which entries leave.
///
/// **What it does not do.** It writes no entries and makes no chain: the store does, in the commit of the change.
///
/// Start with [dev.countersign.server.audit.Checkpoints].
@NullMarked
package dev.countersign.server.audit;

import org.jspecify.annotations.NullMarked;
