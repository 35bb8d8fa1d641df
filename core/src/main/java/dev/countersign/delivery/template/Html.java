package dev.countersign.delivery.template;

import java.util.Locale;
import java.util.Optional;

/// Markup. What becomes part of it goes through [#text], so that nothing that a person or a caller wrote is
/// markup.
///
/// @param markup well-formed as far as its writer saw to it
public record Html(String markup) {
    /// Plain text as markup: characters with a meaning lose it, and each line ends in a break.
    public static Html text(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char here = text.charAt(i);
            switch (here) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\n' -> escaped.append("<br>\n");
                default -> escaped.append(here);
            }
        }
        return new Html(escaped.toString());
    }

    /// Plain text as a paragraph of a mail, of a size that everybody can read.
    public static Html paragraph(String text) {
        return new Html("<p style=\"font:16px/1.5 sans-serif\">" + text(text).markup() + "</p>");
    }

    /// The same as a whole document, in its language and direction. What is one already stays as it is.
    ///
    /// @param locale the language; empty when it is not known, then each line finds its own direction
    /// @param title what the window shows
    public Html document(Optional<String> locale, String title) {
        String begin = markup.stripLeading().toLowerCase(Locale.ROOT);
        if (begin.startsWith("<!doctype") || begin.startsWith("<html")) {
            return this;
        }
        String attributes = locale.map(
                        tag -> " lang=\"" + text(Locales.tag(tag)).markup() + "\" dir=\""
                                + Direction.of(tag).word() + "\"")
                .orElse(" dir=\"auto\"");
        return new Html("<!doctype html>\n<html" + attributes + ">\n<head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>"
                + text(title).markup() + "</title></head>\n<body>\n" + markup + "\n</body>\n</html>\n");
    }
}
