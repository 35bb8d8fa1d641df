/// What the products of Tencent Cloud's wire have in common.
///
/// **What it does not do.** It publishes nothing: each product has a package of its own below this one.
///
/// Start with [dev.countersign.product.tencent.BeijingTime].
@NullMarked
package dev.countersign.product.tencent;

import org.jspecify.annotations.NullMarked;
