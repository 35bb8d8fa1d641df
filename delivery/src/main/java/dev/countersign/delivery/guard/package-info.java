/// What stands around any carrier: it is left alone while it fails, and given no more than it bears.
///
/// **What it does not do.** Nothing here knows how a carrier is spoken to, chooses a route, or keeps a
/// message; that is [dev.countersign.delivery.Courier]'s.
@NullMarked
package dev.countersign.delivery.guard;

import org.jspecify.annotations.NullMarked;
