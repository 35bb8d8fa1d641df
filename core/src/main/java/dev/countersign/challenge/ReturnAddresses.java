package dev.countersign.challenge;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The addresses that a tenant registered to return to.
///
/// An address is allowed when it is a registered one, or stands below it: a registered one followed by `/…` or
/// `?…`. Since a registered one has scheme, host and port, what is below it has the same origin. So that "below"
/// can't be left again, an address has no fragment, no user, no backslash, no dot segments however encoded, and
/// does not carry the names that are added to it.
///
/// @param registered as the tenant gave them
record ReturnAddresses(List<String> registered) {
    private static final int LONGEST = 1024;
    private static final Pattern FORM =
            Pattern.compile("https?://[A-Za-z0-9.\\-\\[\\]:]+([/?][\\x21-\\x7e&&[^#\\\\<>\"]]*)?");
    private static final Pattern DOTS = Pattern.compile("(^|/)(\\.|%2e){1,2}(/|\\?|$)");
    private static final Pattern OURS = Pattern.compile("[?&](challenge|code|nonce)=");

    /// Whether a browser may be sent there.
    boolean allow(String address) {
        return sound(address) && registered.stream().anyMatch(one -> below(one, address));
    }

    private static boolean sound(String address) {
        String path = address.replaceFirst("^https?://[^/?]*", "");
        String beforeQuery = path.replaceFirst("\\?.*", "").toLowerCase(Locale.ROOT);
        return address.length() <= LONGEST
                && FORM.matcher(address).matches()
                && !beforeQuery.contains("%2f")
                && !beforeQuery.contains("%5c")
                && !DOTS.matcher(beforeQuery).find()
                && !OURS.matcher(path).find();
    }

    private static boolean below(String one, String address) {
        if (one.isEmpty() || !address.startsWith(one)) {
            return false;
        }
        String rest = address.substring(one.length());
        return rest.isEmpty() || rest.startsWith("/") || rest.startsWith("?") || one.endsWith("/");
    }

    /// An address with parameters added.
    ///
    /// @param namesAndValues in turns; values of unreserved characters are added as they are, others encoded
    static String with(String address, String... namesAndValues) {
        StringBuilder out = new StringBuilder(address);
        char next = address.indexOf('?') < 0 ? '?' : '&';
        for (int i = 0; i < namesAndValues.length; i += 2) {
            out.append(next).append(namesAndValues[i]).append('=').append(PercentCoded.of(namesAndValues[i + 1]));
            next = '&';
        }
        return out.toString();
    }
}
