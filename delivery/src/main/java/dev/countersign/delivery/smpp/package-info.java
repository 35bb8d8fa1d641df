/// SMPP 3.4 carriers: sessions, encodings, submit_sm and receipts.
///
/// **What it does not do.** Nothing here chooses a route, retries or keeps state that must survive; that is
/// [dev.countersign.delivery.Courier].
@NullMarked
package dev.countersign.delivery.smpp;

import org.jspecify.annotations.NullMarked;
