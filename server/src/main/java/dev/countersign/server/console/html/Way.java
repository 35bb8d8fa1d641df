package dev.countersign.server.console.html;

/// Where somebody is sent back to.
public final class Way {
    private static final String LOCAL = "/console(/[A-Za-z0-9._~/%-]*)?(\\?[\\x21-\\x7e&&[^\"<>\\\\]]*)?";

    private Way() {}

    /// The address when it is within the console, else the console's own: nobody is sent elsewhere.
    public static String back(String address) {
        return address.matches(LOCAL) ? address : "/console";
    }
}
