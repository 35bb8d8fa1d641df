/// The configuration: one file, overridden by the environment, read into one record per area.
///
/// **What it does not do.** It opens nothing and knows no secret until it is asked to resolve a reference.
///
/// Start with [dev.countersign.server.config.Configuration]; the reference page is made from the same records.
@NullMarked
package dev.countersign.server.config;

import org.jspecify.annotations.NullMarked;
