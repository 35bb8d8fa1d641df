/// Tencent Cloud's access management, `cam` 2019-01-16: users, keys, policies, roles and multi-factor flags.
///
/// **What it does not do.** It decides nothing: actions turn words into calls of the domain, and back.
///
/// Start with [dev.countersign.product.tencent.cam.v20190116.Cam].
@NullMarked
package dev.countersign.product.tencent.cam.v20190116;

import org.jspecify.annotations.NullMarked;
