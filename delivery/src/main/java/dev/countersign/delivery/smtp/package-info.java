/// SMTP carriers: connections, and mails in text and HTML.
///
/// **What it does not do.** Nothing here chooses a route or retries; that is [dev.countersign.delivery.Courier].
@NullMarked
package dev.countersign.delivery.smtp;

import org.jspecify.annotations.NullMarked;
