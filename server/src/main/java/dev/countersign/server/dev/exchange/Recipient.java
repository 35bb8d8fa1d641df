package dev.countersign.server.dev.exchange;

import dev.countersign.destination.Destination;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import java.util.Locale;
import java.util.regex.Pattern;

/// Whom a message is for, as this surface writes it: the digits of a number with its country code and without
/// plus, or an e-mail address in lower case.
///
/// @param text the digits or the address
public record Recipient(String text) {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,35}");
    private static final int LONGEST_ADDRESS = 254;

    /// Reads what a developer wrote. Blanks and a leading plus of a number don't count, since a `+` in a query
    /// arrives as a blank; for the same reason a blank within an address is a plus.
    ///
    /// @param name what a problem calls it
    /// @throws Declined when it is neither digits nor an address
    public static Recipient of(String written, String name) {
        String trimmed = written.strip();
        if (trimmed.indexOf('@') > 0 && trimmed.length() <= LONGEST_ADDRESS) {
            return new Recipient(trimmed.replace(' ', '+').toLowerCase(Locale.ROOT));
        }
        String digits = trimmed.replace(" ", "");
        digits = digits.startsWith("+") ? digits.substring(1) : digits;
        if (!DIGITS.matcher(digits).matches()) {
            throw Declined.malformed("\"" + name + "\" must be the digits of a number with its country code,"
                            + " like 85261234567, or an e-mail address")
                    .because(Reason.RECIPIENT, name);
        }
        return new Recipient(digits);
    }

    /// The recipient that a destination is.
    public static Recipient of(Destination destination) {
        return switch (destination) {
            case PhoneNumber phone -> new Recipient(phone.digits());
            case MailAddress mail -> new Recipient(mail.canonical());
        };
    }

    /// Masked, so that a log line can't leak a number.
    @Override
    public String toString() {
        return "******";
    }
}
