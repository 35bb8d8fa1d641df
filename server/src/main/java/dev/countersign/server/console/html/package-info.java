/// How the console looks: the frame around every room, its style sheet and scripts as files of their own, and the
/// headers that keep a page from loading anything else.
///
/// **What it does not do.** It knows no room. No script draws a screen or is needed to use one, nothing is loaded from
/// elsewhere, and text can't become markup: the templates are compiled, and escape by where a text stands.
///
/// Start with [dev.countersign.server.console.html.ConsolePages].
@NullMarked
package dev.countersign.server.console.html;

import org.jspecify.annotations.NullMarked;
