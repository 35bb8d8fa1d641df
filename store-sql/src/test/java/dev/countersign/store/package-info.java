/// Tests of the stores: the contracts of the test kit, on each database.
///
/// **What it does not do.** It tests no policy: the core does.
@NullMarked
package dev.countersign.store;

import org.jspecify.annotations.NullMarked;
