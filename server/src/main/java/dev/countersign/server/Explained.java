package dev.countersign.server;

import dev.countersign.gateway.dialect.tencent.Explanation;
import java.util.OptionalInt;

/// Writes the explanation of a signature for a terminal.
final class Explained {
    private Explained() {}

    static String text(Explanation explained) {
        StringBuilder text = new StringBuilder("scheme: " + explained.scheme() + "\n");
        if (!explained.canonicalRequest().isEmpty()) {
            block(text, "canonical request", explained.canonicalRequest());
        }
        block(text, "string to sign", explained.stringToSign());
        explained
                .keys()
                .forEach((name, key) ->
                        text.append(name).append(": ").append(key).append('\n'));
        text.append("expected signature: ").append(explained.expected()).append('\n');
        text.append("given signature:    ").append(explained.given()).append('\n');
        OptionalInt difference = explained.firstDifference();
        if (difference.isPresent()) {
            text.append(" ".repeat(20 + difference.getAsInt())).append("^ the first difference\n");
        }
        explained
                .problem()
                .ifPresent(problem -> text.append("problem: ").append(problem).append('\n'));
        return text.append(explained.fits() ? "the signature fits" : "the signature does not fit")
                .toString();
    }

    private static void block(StringBuilder text, String title, String content) {
        text.append(title).append(":\n");
        content.lines().forEach(line -> text.append("  | ").append(line).append('\n'));
    }
}
