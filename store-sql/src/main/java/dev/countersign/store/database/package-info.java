/// The database under the stores: connections, migrations, and transactions with group commit.
///
/// **What it does not do.** It knows no table but the history of migrations and the one that tells whether a
/// store was ever made.
///
/// Start with [Database], then [Transactions].
@NullMarked
package dev.countersign.store.database;

import org.jspecify.annotations.NullMarked;
