/// Carriers that are described in configuration and spoken to over HTTP, and their receipt webhooks.
///
/// **What it does not do.** Nothing here chooses a route or retries; that is [dev.countersign.delivery.Courier].
@NullMarked
package dev.countersign.delivery.http;

import org.jspecify.annotations.NullMarked;
