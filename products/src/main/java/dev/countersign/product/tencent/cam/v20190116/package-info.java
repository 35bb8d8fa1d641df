/// `cam`, version 2019-01-16: a tenant's users, their keys, policies and roles, and how
/// they are protected. One action is one file.
///
/// **What it does not do.** Groups, collaborators, message recipients and password rules are not here.
///
/// Source: the vendor's pages of API 598 and the comments of its generated clients, read in November 2026.
///
/// Start with [dev.countersign.product.tencent.cam.v20190116.Cam].
@NullMarked
package dev.countersign.product.tencent.cam.v20190116;

import org.jspecify.annotations.NullMarked;
