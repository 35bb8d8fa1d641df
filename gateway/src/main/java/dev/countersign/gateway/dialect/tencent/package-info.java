/// Tencent Cloud API 3.0 as it is spoken on the wire: recognising it, reading it in its two signature versions,
/// checking signatures, and answering with status 200 and `application/json`, whatever happened.
///
/// **What it does not do.** It knows no product, compares no clock and looks up no key: a call that it read is
/// believed only once the gateway has gone through its claim. Multipart and binary bodies belong to services
/// that are not served here, so that they are refused with `InvalidRequest`, as is a form body under a TC3
/// signature.
///
/// Start with [dev.countersign.gateway.dialect.tencent.TencentDialect]. Decision:
/// `docs/adr/0006-status-belongs-to-the-dialect.md`.
@NullMarked
package dev.countersign.gateway.dialect.tencent;

import org.jspecify.annotations.NullMarked;
