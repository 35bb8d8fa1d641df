/// Failures that a developer chooses beforehand, to see how a client takes them: codes, delays, dropped
/// connections, carriers that fail.
///
/// **What it does not do.** It is absent outside of the dev world, and it changes nothing that is kept: chosen
/// failures live in memory and end with the process, with a reset and with the restoring of a snapshot.
///
/// Start with [dev.countersign.server.dev.fault.ChosenFaults].
@NullMarked
package dev.countersign.server.dev.fault;

import org.jspecify.annotations.NullMarked;
