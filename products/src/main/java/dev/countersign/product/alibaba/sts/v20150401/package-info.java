/// `sts`, version 2015-04-01: who a caller is, and temporary keys for roles. One action is one file.
///
/// **What it does not do.** There is no federation: `AssumeRoleWithSAML` and `AssumeRoleWithOIDC` are not here. Roles
/// and their policies are those of `cam`, since a user is one principal on both wires; a session's policy is written
/// in the grammar of version 2.0.
///
/// Source: the vendor's OpenAPI metadata and its pages on STS, read in November 2026.
///
/// Start with [dev.countersign.product.alibaba.sts.v20150401.AlibabaSts].
@NullMarked
package dev.countersign.product.alibaba.sts.v20150401;

import org.jspecify.annotations.NullMarked;
