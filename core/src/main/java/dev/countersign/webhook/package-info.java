/// Tells tenants what happened, by signed webhooks: events, who wants which, and how they are posted.
///
/// **What it does not do.** It writes no event: the store does, in the commit of the change that the event tells of.
/// It knows no HTTP client; [dev.countersign.webhook.Sender] does. It promises no order.
///
/// Start with [dev.countersign.webhook.Webhooks] and [dev.countersign.webhook.Dispatcher].
@NullMarked
package dev.countersign.webhook;

import org.jspecify.annotations.NullMarked;
