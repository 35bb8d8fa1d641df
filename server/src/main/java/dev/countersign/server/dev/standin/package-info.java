/// The other parties' pages, which a dev world plays itself: WeChat's scan, and the tenant's own check.
///
/// **What it does not do.** It stands in no path of ours: whoever talks to it does so over HTTP, as with the real one.
/// It exists only in a dev world, and speaks English only.
///
/// Start with [dev.countersign.server.dev.standin.StandIns].
@NullMarked
package dev.countersign.server.dev.standin;

import org.jspecify.annotations.NullMarked;
