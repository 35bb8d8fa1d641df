/// The core's stores in SQL: one class a port, the same SQL on SQLite and PostgreSQL.
///
/// **What it does not do.** It decides nothing: the core's policies do, inside a unit of work that reads what
/// they need and writes what they say. It opens no connection (see [dev.countersign.store.database]).
///
/// Start with [SqlVerificationStore]. Decision: `docs/adr/0007-transactional-outbox.md`.
@NullMarked
package dev.countersign.store;

import org.jspecify.annotations.NullMarked;
