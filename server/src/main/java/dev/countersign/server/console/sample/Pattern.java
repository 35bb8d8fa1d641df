package dev.countersign.server.console.sample;

import java.util.ArrayList;
import java.util.List;

/// Code with gaps. A line may begin with `?word `, and is then only for calls of that kind, or with `?!word `, for all
/// others. A line with `{{name}}` is repeated for each parameter, one with `{{option}}`, too, one with `{{sorted}}` for
/// each that is signed. A line that begins with `#trap ` is no code: it names what to watch.
///
/// @param install how to get what it needs
/// @param lines the code and the keys of the words about what to watch
record Pattern(String install, List<String> lines) {
    private static final String INSTALL = "#install ";
    private static final String TRAP = "#trap ";

    static Pattern of(String text) {
        List<String> lines = text.lines().toList();
        return new Pattern(
                lines.stream()
                        .filter(line -> line.startsWith(INSTALL))
                        .map(line -> line.substring(INSTALL.length()))
                        .findFirst()
                        .orElse(""),
                lines.stream().filter(line -> !line.startsWith(INSTALL)).toList());
    }

    Sample fill(Tongue tongue, Filling filling) {
        List<String> code = new ArrayList<>();
        List<String> watched = new ArrayList<>();
        for (String line : lines) {
            for (String kept : chosen(line, filling)) {
                if (kept.startsWith(TRAP)) {
                    watched.add(kept.substring(TRAP.length()));
                } else {
                    code.addAll(filling.lines(kept));
                }
            }
        }
        if (!filling.follows()) {
            watched.add("trap.scheme");
        }
        return new Sample(tongue, install, String.join("\n", code) + "\n", watched);
    }

    /// The line without its condition, when that holds.
    private static List<String> chosen(String line, Filling filling) {
        if (!line.startsWith("?")) {
            return List.of(line);
        }
        int end = line.indexOf(' ');
        boolean not = line.startsWith("?!");
        String word = line.substring(not ? 2 : 1, end);
        String rest = line.substring(end + 1);
        return filling.is(word) == not ? List.of() : chosen(rest, filling);
    }
}
