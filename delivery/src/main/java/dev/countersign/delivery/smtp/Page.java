package dev.countersign.delivery.smtp;

import dev.countersign.delivery.Message;
import java.util.Locale;

/// The HTML form of a mail: a whole document that says its language and direction. What the message brings as
/// HTML is its body; a whole document that it brings is left as it is; when it brings none, its text is
/// shown.
final class Page {
    private Page() {}

    static String of(Message message, Script script) {
        String body = message.written()
                .html()
                .orElseGet(() -> "<p>" + escaped(message.text()).replace("\n", "<br>") + "</p>");
        String start = body.stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype") || start.startsWith("<html")) {
            return body;
        }
        return "<!doctype html>\n<html lang=\"" + script.language() + "\" dir=\"" + script.direction()
                + "\"><head><meta charset=\"utf-8\"><title>"
                + escaped(message.written().subject()) + "</title></head><body>" + body + "</body></html>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
