/// What is published, written down: the OpenAPI document, the references, and the frozen surface of each action.
/// All of it is made from the same specs that calls are bound and answered by, so that it can't drift.
///
/// **What it does not do.** It writes no file and serves no request: these are pure functions from products to
/// text.
///
/// Start with [dev.countersign.gateway.publish.Reference].
@NullMarked
package dev.countersign.gateway.publish;

import org.jspecify.annotations.NullMarked;
