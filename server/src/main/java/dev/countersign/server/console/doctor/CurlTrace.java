package dev.countersign.server.console.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What `curl -v` prints: the request's lines stand behind `> `, between remarks and the answer. It does not print the
/// body; a person may have put that right below the request's lines.
final class CurlTrace {
    private static final Pattern REQUEST_LINE = Pattern.compile("(?m)^> [A-Z]{1,16} \\S+ HTTP/");
    private static final Pattern REMARK = Pattern.compile("[*<](\\s.*)?|[{}] \\[.*bytes data\\]|.*--:--:--.*");

    private CurlTrace() {}

    /// The request in it; the text itself when it is none of that.
    static String of(String text) {
        if (!REQUEST_LINE.matcher(text).find()) {
            return text;
        }
        List<String> head = new ArrayList<>();
        List<String> body = new ArrayList<>();
        boolean ended = false;
        for (String line : text.lines().toList()) {
            if (ended && REMARK.matcher(line).matches()) {
                break;
            } else if (ended) {
                body.add(line);
            } else if (line.strip().equals(">")) {
                ended = true;
            } else if (line.startsWith("> ")) {
                head.add(line.substring(2));
            }
        }
        return String.join("\n", head) + "\n\n" + String.join("\n", body);
    }
}
