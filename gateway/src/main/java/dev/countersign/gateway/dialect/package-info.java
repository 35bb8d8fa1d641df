/// The port that a vendor's way of speaking plugs into.
///
/// **What it does not do.** No dialect knows a product, and none knows another dialect.
///
/// Start with [dev.countersign.gateway.dialect.Dialect].
@NullMarked
package dev.countersign.gateway.dialect;

import org.jspecify.annotations.NullMarked;
