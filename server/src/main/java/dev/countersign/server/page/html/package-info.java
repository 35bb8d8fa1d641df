/// What a person sees: screens as values, their words in each language, and the templates that write them as HTML.
///
/// **What it does not do.** It knows no challenge and decides nothing. No script draws a screen, nothing is loaded
/// from elsewhere, and text can't become markup: the templates are compiled, and escape by where a text stands.
///
/// Start with [dev.countersign.server.page.html.Screen], then [dev.countersign.server.page.html.Pages].
@NullMarked
package dev.countersign.server.page.html;

import org.jspecify.annotations.NullMarked;
