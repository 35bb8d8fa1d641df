/// A call as code: for each wire and each language that people use, with the settings that its SDK needs to reach this
/// server. The code itself is text beside the classes, one file for each.
///
/// **What it does not do.** It writes no secret into code: keys come from the variables that the SDKs read anyway.
///
/// Start with [dev.countersign.server.console.sample.Samples].
@NullMarked
package dev.countersign.server.console.sample;

import org.jspecify.annotations.NullMarked;
