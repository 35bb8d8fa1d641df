package dev.countersign.delivery.template;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The last line of a text message that binds its code to a website, `@example.com #123456`, so that a
/// browser offers the code there and nowhere else (WICG, Origin-bound one-time codes delivered via SMS, 2.2).
///
/// @param host the website
/// @param code the code
public record OriginLine(String host, String code) {
    private static final Pattern HOST =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern LINE = Pattern.compile("@([^ \\t\\f\\r]+) #([^ \\t\\f\\r]+)( .*)?");

    /// Whether a text is a host that such a line can name: lower-case letters, a dot at least, foreign
    /// letters only in their ASCII form.
    public static boolean host(String text) {
        return HOST.matcher(text).matches();
    }

    /// Reads the last line of a message as a browser does.
    ///
    /// @return empty when it binds nothing
    public static Optional<OriginLine> read(String message) {
        String last = message.substring(message.lastIndexOf('\n') + 1);
        Matcher line = LINE.matcher(last);
        if (!line.matches() || !host(line.group(1))) {
            return Optional.empty();
        }
        return Optional.of(new OriginLine(line.group(1), line.group(2)));
    }

    /// Whether the last line looks as if it were meant as one, whatever a browser makes of it.
    public static boolean meant(String message) {
        String last = message.substring(message.lastIndexOf('\n') + 1).strip();
        return last.startsWith("@") && last.contains("#");
    }

    /// The line.
    public String text() {
        return "@" + host + " #" + code;
    }
}
