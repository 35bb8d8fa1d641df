/// Tests of the commands.
///
/// **What it does not do.** It builds no program: what is tested is what is said, and the exit code.
@NullMarked
package dev.countersign.server.cli;

import org.jspecify.annotations.NullMarked;
