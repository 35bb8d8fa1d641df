/// The commands: what a person types, and what is said back.
///
/// **What it does not do.** It builds no part of the program: what a command runs is behind
/// [dev.countersign.server.cli.Program], which the composition root implements.
///
/// Start with [dev.countersign.server.cli.CommandLineInterface].
@NullMarked
package dev.countersign.server.cli;

import org.jspecify.annotations.NullMarked;
