package dev.countersign.destination;

import java.util.Locale;
import java.util.regex.Pattern;

/// An e-mail address, lower-cased: mailboxes that differ by case alone are one here, so that limits can't be
/// dodged.
///
/// @param canonical the address, at most 254 characters (RFC 5321, 4.5.3.1.3)
public record MailAddress(String canonical) implements Destination {
    /// What an address looks like, in either case: at most 64 characters before the `@`, 254 in all.
    public static final String PATTERN = "(?i)(?=.{3,254}$)(?=[^@]{1,64}@)"
            + "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
            + "@[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+";

    private static final Pattern FORM = Pattern.compile(PATTERN);

    /// @throws IllegalArgumentException when it is not an address
    public MailAddress {
        canonical = canonical.strip().toLowerCase(Locale.ROOT);
        if (!FORM.matcher(canonical).matches()) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    /// Whether a text is an address.
    public static boolean valid(String text) {
        return FORM.matcher(text.strip()).matches();
    }

    @Override
    public String masked() {
        return canonical.charAt(0) + "***" + canonical.substring(canonical.indexOf('@'));
    }

    /// Masked, so that a log line can't leak an address.
    @Override
    public String toString() {
        return masked();
    }
}
