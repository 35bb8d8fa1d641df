/// Where a code can be sent: phone numbers and e-mail addresses, normalised once at the edge.
///
/// **What it does not do.** It does not know numbering plans itself:
/// [dev.countersign.destination.NumberingPlan] is a port. It sends nothing.
///
/// Start with [dev.countersign.destination.Destination].
@NullMarked
package dev.countersign.destination;

import org.jspecify.annotations.NullMarked;
