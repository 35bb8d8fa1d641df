package dev.countersign.server.console.html;

import java.util.stream.Stream;

/// Where somebody is sent back to.
public final class Way {
    private static final String LOCAL = "/console(/[A-Za-z0-9._~/%-]*)?(\\?[\\x21-\\x7e&&[^\"<>\\\\]]*)?";

    /// What browsers take for `.` or `..`, and climb by.
    private static final String DOTS = "(?i)([.]|%2e){1,2}";

    private Way() {}

    /// The address when it is within the console, else the console's own: nobody is sent elsewhere.
    public static String back(String address) {
        return address.matches(LOCAL) && !climbs(address) ? address : "/console";
    }

    private static boolean climbs(String address) {
        String path = address.split("[?]", 2)[0];
        return Stream.of(path.split("/", -1)).anyMatch(segment -> segment.matches(DOTS));
    }
}
