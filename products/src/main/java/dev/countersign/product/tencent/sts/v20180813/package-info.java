/// `sts`, version 2018-08-13: temporary keys, and with them calls that show a second factor. One action is one
/// file.
///
/// **What it does not do.** There is no federation: `GetFederationToken`, `AssumeRoleWithSAML` and
/// `AssumeRoleWithWebIdentity` are not here. `AssumeRole` does not know the vendor's service roles.
///
/// Source: the vendor's pages of API 1312 and 1150 and the comments of its generated clients, read in November
/// 2026. Three codes have no text in them (`FailedOperation.*`): those are ours.
///
/// Start with [dev.countersign.product.tencent.sts.v20180813.Sts].
@NullMarked
package dev.countersign.product.tencent.sts.v20180813;

import org.jspecify.annotations.NullMarked;
