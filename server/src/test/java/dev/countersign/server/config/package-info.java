/// Tests of the configuration and its reference page.
///
/// **What it does not do.** It starts nothing.
@NullMarked
package dev.countersign.server.config;

import org.jspecify.annotations.NullMarked;
