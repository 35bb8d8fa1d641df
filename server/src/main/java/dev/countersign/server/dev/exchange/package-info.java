/// What a call of the developer's surface is asked and answers: strict readers of bodies, queries, spans of
/// time and recipients, and the problem that is answered when one of them is wrong.
///
/// **What it does not do.** It knows no call and changes nothing. The wires of the clouds and our own API have
/// readers of their own in the gateway.
///
/// Start with [dev.countersign.server.dev.exchange.Asked].
@NullMarked
package dev.countersign.server.dev.exchange;

import org.jspecify.annotations.NullMarked;
