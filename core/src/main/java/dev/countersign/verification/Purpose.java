package dev.countersign.verification;

import java.util.regex.Pattern;

/// Why a code is asked for. A code sent for one purpose is refused for every other (OWASP ASVS 5, 6.6.2).
///
/// @param name lower-case letters, digits and hyphens, 1 to 32 characters, beginning with a letter
public record Purpose(String name) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    /// Making a customer account.
    public static final Purpose REGISTRATION = new Purpose("registration");
    /// Moving a number from one space to another.
    public static final Purpose MIGRATION = new Purpose("migration");
    /// Adding a number to a space.
    public static final Purpose NUMBER_REGISTRATION = new Purpose("number-registration");
    /// Logging in.
    public static final Purpose LOGIN = new Purpose("login");
    /// Doing something sensitive.
    public static final Purpose OPERATION = new Purpose("operation");
    /// Adding an authenticator.
    public static final Purpose ENROLMENT = new Purpose("enrolment");

    /// @throws IllegalArgumentException when the name has another form
    public Purpose {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("not a purpose: 1 to 32 of a-z, 0-9 and -, beginning with a letter");
        }
    }
}
