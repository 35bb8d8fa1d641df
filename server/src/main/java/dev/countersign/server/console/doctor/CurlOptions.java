package dev.countersign.server.console.doctor;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The options of curl that are understood. Those that say nothing of the request are known, to be passed over.
final class CurlOptions {
    private static final Set<String> ALONE = Set.of(
            "--get",
            "--head",
            "--compressed",
            "--insecure",
            "--location",
            "--silent",
            "--show-error",
            "--include",
            "--verbose",
            "--fail",
            "--http1.1",
            "--http1.0",
            "--http2",
            "--globoff",
            "--no-buffer",
            "--path-as-is",
            "--tlsv1.2",
            "--tlsv1.3");
    private static final Set<String> WITH_VALUE = Set.of(
            "--output",
            "--max-time",
            "--connect-timeout",
            "--resolve",
            "--connect-to",
            "--proxy",
            "--cacert",
            "--write-out",
            "--retry",
            "--interface",
            "--noproxy",
            "--max-redirs");
    private static final Map<Character, String> SHORT = Map.ofEntries(
            Map.entry('H', "--header"),
            Map.entry('d', "--data"),
            Map.entry('X', "--request"),
            Map.entry('A', "--user-agent"),
            Map.entry('e', "--referer"),
            Map.entry('b', "--cookie"),
            Map.entry('G', "--get"),
            Map.entry('I', "--head"),
            Map.entry('o', "--output"),
            Map.entry('m', "--max-time"),
            Map.entry('x', "--proxy"),
            Map.entry('w', "--write-out"),
            Map.entry('k', "--insecure"),
            Map.entry('L', "--location"),
            Map.entry('s', "--silent"),
            Map.entry('S', "--show-error"),
            Map.entry('i', "--include"),
            Map.entry('v', "--verbose"),
            Map.entry('f', "--fail"),
            Map.entry('g', "--globoff"),
            Map.entry('N', "--no-buffer"));

    private CurlOptions() {}

    /// The long name of a short option; nothing for one that is not known.
    static @Nullable String named(char letter) {
        return SHORT.get(letter);
    }

    /// Whether a long option has no value.
    static boolean standsAlone(String name) {
        return ALONE.contains(name);
    }

    /// Whether a long option has a value that says nothing of the request.
    static boolean hasValue(String name) {
        return WITH_VALUE.contains(name);
    }
}
