package dev.countersign.server.console.doctor;

import java.util.ArrayList;
import java.util.List;

/// Splits a command line as a POSIX shell does, with Bash's `$'…'`. What only a shell can fill in is refused:
/// nothing is ever executed.
final class ShellWords {
    private static final int MOST = 1000;
    private static final String ENDS = "|&;<>()";

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean begun;
    private int at;

    private ShellWords(String text) {
        this.text = text;
    }

    /// The words of the first command.
    ///
    /// @throws Unreadable for a quote that is not closed, a variable or a command to fill in, or too many words
    static List<String> of(String text) throws Unreadable {
        ShellWords reading = new ShellWords(text);
        reading.read();
        return List.copyOf(reading.words);
    }

    private void read() throws Unreadable {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (ENDS.indexOf(c) >= 0 || (c == '\n' && (begun || !words.isEmpty()))) {
                break;
            }
            plain(c);
        }
        end();
    }

    private void plain(char c) throws Unreadable {
        switch (c) {
            case ' ', '\t', '\n', '\r' -> end();
            case '\'' -> literal();
            case '"' -> quoted();
            case '\\' -> escaped();
            case '$' -> dollar();
            case '`' -> throw new Unreadable("wrong.variable", "`");
            default -> add(c);
        }
    }

    private void add(char c) {
        word.append(c);
        begun = true;
    }

    private void end() throws Unreadable {
        if (begun) {
            if (words.size() >= MOST) {
                throw new Unreadable("wrong.many", Integer.toString(MOST));
            }
            words.add(word.toString());
            word.setLength(0);
            begun = false;
        }
    }

    private void literal() throws Unreadable {
        int end = text.indexOf('\'', at);
        if (end < 0) {
            throw new Unreadable("wrong.quote", "'");
        }
        word.append(text, at, end);
        begun = true;
        at = end + 1;
    }

    private void quoted() throws Unreadable {
        begun = true;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return;
            }
            if (c == '\\' && at < text.length() && "\"\\$`\n".indexOf(text.charAt(at)) >= 0) {
                char next = text.charAt(at++);
                if (next != '\n') {
                    word.append(next);
                }
            } else if (c == '`' || (c == '$' && fills())) {
                throw new Unreadable("wrong.variable", c == '`' ? "`" : variable());
            } else {
                word.append(c);
            }
        }
        throw new Unreadable("wrong.quote", "\"");
    }

    private void escaped() {
        if (at < text.length()) {
            char next = text.charAt(at++);
            if (next != '\n') {
                add(next);
            }
        }
    }

    private void dollar() throws Unreadable {
        if (at < text.length() && text.charAt(at) == '\'') {
            at++;
            ansi();
        } else if (fills()) {
            throw new Unreadable("wrong.variable", variable());
        } else {
            add('$');
        }
    }

    /// Whether what follows a dollar is something that the shell would fill in.
    private boolean fills() {
        return at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_{(@*#?!$-".indexOf(text.charAt(at)) >= 0);
    }

    private String variable() {
        int end = at;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end)) || "_{(".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return "$" + text.substring(at, Math.min(end, at + 40));
    }

    /// `$'…'`, as browsers write what holds quotes or line feeds.
    private void ansi() throws Unreadable {
        begun = true;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\'') {
                return;
            }
            if (c == '\\' && at < text.length()) {
                ansiEscape(text.charAt(at++));
            } else {
                word.append(c);
            }
        }
        throw new Unreadable("wrong.quote", "$'");
    }

    private void ansiEscape(char kind) {
        switch (kind) {
            case 'n' -> word.append('\n');
            case 'r' -> word.append('\r');
            case 't' -> word.append('\t');
            case 'x' -> hex(2);
            case 'u' -> hex(4);
            case '\\', '\'', '"', '?' -> word.append(kind);
            default -> word.append('\\').append(kind);
        }
    }

    private void hex(int most) {
        int end = at;
        while (end < text.length() && end < at + most && Character.digit(text.charAt(end), 16) >= 0) {
            end++;
        }
        if (end > at) {
            word.append((char) Integer.parseInt(text, at, end, 16));
            at = end;
        }
    }
}
