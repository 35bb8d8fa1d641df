package dev.countersign.destination;

/// A place that a code can be sent to, in the one form that every limit, lookup and match uses.
public sealed interface Destination permits PhoneNumber, MailAddress {
    /// The normal form that is sealed, hashed and compared: `+85261234567`, `alice@example.com`.
    String canonical();

    /// A form that may be shown and logged: `+852******67`, `a***@example.com`.
    String masked();

    /// Reads what `canonical` wrote.
    ///
    /// @throws IllegalArgumentException when it is neither form
    static Destination ofCanonical(String canonical) {
        if (canonical.startsWith("+")) {
            int blank = canonical.indexOf(' ');
            return new PhoneNumber(canonical.substring(1, blank), canonical.substring(blank + 1));
        }
        return new MailAddress(canonical);
    }
}
