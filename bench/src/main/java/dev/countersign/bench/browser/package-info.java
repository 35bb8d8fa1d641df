/// A browser that is measured: Chromium, driven over its own debugging protocol.
///
/// **What it does not do.** It tests nothing: what a page must hold is for the browser tests of the server.
@NullMarked
package dev.countersign.bench.browser;

import org.jspecify.annotations.NullMarked;
