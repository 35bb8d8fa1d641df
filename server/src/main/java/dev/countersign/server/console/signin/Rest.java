package dev.countersign.server.console.signin;

import dev.countersign.gateway.wire.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How long somebody is asked to wait.
///
/// @param time until it may be tried again
record Rest(Duration time) {
    /// In whole seconds, none too few; one at least.
    long seconds() {
        return Math.max(1, time.plusNanos(999_999_999).toSeconds());
    }

    /// A page that says so to programs, too.
    Response on(Response page) {
        List<Map.Entry<String, String>> headers = new ArrayList<>(page.headers());
        headers.add(Map.entry("Retry-After", Long.toString(seconds())));
        return new Response(page.status(), page.contentType(), headers, page.body(), page.dropped());
    }
}
