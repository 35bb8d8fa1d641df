/// What several of Tencent Cloud's products share.
///
/// **What it does not do.** It publishes nothing by itself.
///
/// Start with [dev.countersign.product.tencent.BeijingTime].
@NullMarked
package dev.countersign.product.tencent;

import org.jspecify.annotations.NullMarked;
