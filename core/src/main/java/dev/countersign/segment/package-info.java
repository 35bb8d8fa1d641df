/// How a text message is written for a phone, and cut into the parts that it travels in (3GPP TS 23.038, 23.040).
///
/// **What it does not do.** Nothing here sends: see [dev.countersign.delivery.Carrier]. It changes no text: no
/// letter is replaced by a likeness to save a part.
@NullMarked
package dev.countersign.segment;

import org.jspecify.annotations.NullMarked;
