/// The Doctor: what became of a request id, and what is wrong with a request that somebody pastes.
///
/// **What it does not do.** It never sends, fetches or executes what is pasted; it reads it, and runs the
/// checks that change nothing. It decides nothing: the wire's own readers and verifiers do, and it says what
/// they said.
///
/// Start with [dev.countersign.server.console.doctor.DoctorRoom].
@NullMarked
package dev.countersign.server.console.doctor;

import org.jspecify.annotations.NullMarked;
