package dev.countersign.protection;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which addresses a browser may be sent to. A result code or a token travels in them, so that they must be https, or
/// http on this very machine (RFC 8252, 7.3), and name neither a user nor a fragment.
final class PageAddress {
    /// What stands for the token in the address of a custom page.
    static final String TOKEN = "{MFAToken}";

    private static final int LONGEST = 2048;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /// Scheme, host, perhaps a port, then a path or a query of the characters of RFC 3986 without `#`.
    private static final Pattern ADDRESS =
            Pattern.compile("(https?)://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?"
                    + "([/?]([A-Za-z0-9._~!$&'()*+,;=:@/?\\[\\]-]|%[0-9A-Fa-f]{2})*)?");

    private PageAddress() {}

    /// Whether this is an absolute address.
    static boolean absolute(String address) {
        Matcher parts = ADDRESS.matcher(address);
        return address.length() <= LONGEST
                && parts.matches()
                && (parts.group(1).equals("https") || THIS_MACHINE.contains(parts.group(2)));
    }

    /// Whether this is the address of a custom page: an absolute one, or a path of this server, with one place for
    /// the token, which is not in the host.
    static boolean takesToken(String address) {
        int place = address.indexOf(TOKEN);
        if (place < 0 || address.indexOf(TOKEN, place + 1) >= 0) {
            return false;
        }
        String filled = address.replace(TOKEN, "token");
        String before = address.substring(0, place);
        return filled.startsWith("/")
                ? !filled.startsWith("//") && absolute("https://localhost" + filled)
                : absolute(filled) && before.matches("https?://[^/?]+[/?].*");
    }
}
