/// A message centre that speaks SMPP 3.4 by jsmpp's server, for tests and load runs: it answers by a script, keeps
/// what it was given, sends receipts, and breaks when it is told to.
///
/// It stands in the testkit and not beside the carrier's tests, since load runs and whole-server tests need it too.
///
/// **What it does not do.** It delivers nothing, and takes any password.
///
/// Start with [dev.countersign.testkit.smsc.TestSmsc].
@NullMarked
package dev.countersign.testkit.smsc;

import org.jspecify.annotations.NullMarked;
