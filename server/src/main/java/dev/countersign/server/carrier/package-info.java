/// The carriers of this installation, as its configuration describes them: made, kept over a reload,
/// replaced, tried out, and told of by receipts.
///
/// **What it does not do.** It speaks to no carrier itself and chooses none for a message: that is done by
/// the packages below [dev.countersign.delivery] and by its routes.
///
/// Start with [dev.countersign.server.carrier.Fleet].
@NullMarked
package dev.countersign.server.carrier;

import org.jspecify.annotations.NullMarked;
