/// Our own way of speaking: JSON below `/v1`, bearer keys, problem documents.
///
/// **What it does not do.** It knows no product: which action stands behind a method and a path is what the
/// actions' own routes say. It proves no key and keeps no idempotency key; it only reads them.
///
/// Start with [dev.countersign.gateway.dialect.rest.RestDialect]. Sources: RFC 9110 (HTTP), RFC 9457 (problem
/// documents), RFC 6750 (bearer keys).
@NullMarked
package dev.countersign.gateway.dialect.rest;

import org.jspecify.annotations.NullMarked;
