/// `cam`, version 2019-01-16: users, keys, policies, and how users are protected. One action is one file.
///
/// **What it does not do.** Of the vendor's 95 actions only those that close a loop are here.
///
/// Source: the vendor's pages of API 598 and the comments of its generated clients, read in November 2026.
///
/// Start with [dev.countersign.product.tencent.cam.v20190116.Cam].
@NullMarked
package dev.countersign.product.tencent.cam.v20190116;

import org.jspecify.annotations.NullMarked;
