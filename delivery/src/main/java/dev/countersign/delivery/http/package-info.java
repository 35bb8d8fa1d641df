/// Carriers that are described in configuration and spoken to over HTTP, their receipt webhooks, and how events are
/// posted to the webhooks of tenants.
///
/// **What it does not do.** Nothing here chooses a route or retries; that is [dev.countersign.delivery.Courier].
@NullMarked
package dev.countersign.delivery.http;

import org.jspecify.annotations.NullMarked;
