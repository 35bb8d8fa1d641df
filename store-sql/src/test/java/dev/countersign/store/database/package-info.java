/// Tests of the database under the stores.
///
/// **What it does not do.** It tests no store.
@NullMarked
package dev.countersign.store.database;

import org.jspecify.annotations.NullMarked;
