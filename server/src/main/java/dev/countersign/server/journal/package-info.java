/// The request journal: what became of the latest requests, so that a request id can be explained afterwards.
///
/// **What it keeps.** For each request its id, when and from where it came, how long it took, what it asked for
/// by name, the key id, and the answer's status and code with the check that refused. Where a wrong signature
/// is answered with what the server signed (the dev world), also that, without the values of parameters. Never
/// a body, a parameter, a secret, a code or a number.
///
/// **How far it reaches back.** As far as its bounds in entries and bytes allow, and never beyond the start of
/// the process: it lies in memory, as bytes in one array, so that what is kept costs the requests that come later
/// nothing. Every request is in it; each waits for no more than the copying of others.
///
/// **What it does not do.** It proves nothing, which is the audit's part, and it is no log.
///
/// Start with [dev.countersign.server.journal.RequestJournal].
@NullMarked
package dev.countersign.server.journal;

import org.jspecify.annotations.NullMarked;
