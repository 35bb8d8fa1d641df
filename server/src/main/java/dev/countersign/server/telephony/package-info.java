/// Numbering plans, from libphonenumber's data.
///
/// **What it does not do.** It sends nothing and decides nothing: how strictly numbers are looked at is
/// [dev.countersign.destination.PhoneValidation]'s.
///
/// Start with [dev.countersign.server.telephony.LibphonenumberPlan].
@NullMarked
package dev.countersign.server.telephony;

import org.jspecify.annotations.NullMarked;
