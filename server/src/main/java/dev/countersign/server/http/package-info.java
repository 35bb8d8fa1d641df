/// Sockets: the one package that knows the HTTP engine.
///
/// **What it does not do.** It knows no dialect and no action: it turns bytes into requests and answers into
/// bytes.
///
/// Start with `HttpListener`. Decision: `docs/adr/0010-http-engine.md`.
@NullMarked
package dev.countersign.server.http;

import org.jspecify.annotations.NullMarked;
