package dev.countersign.authenticator;

import java.util.Locale;
import java.util.Optional;

/// What a person controls, by the names that failures are counted under.
public enum AuthenticatorKind {
    /// A bound phone number.
    PHONE,
    /// A bound e-mail address.
    MAIL,
    /// A bound WeChat identity.
    WECHAT,
    /// A device that computes codes.
    TOTP,
    /// The one-time codes that administrators make.
    ENROLMENT;

    /// The word for it in answers, tables and the audit.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind of that word.
    public static Optional<AuthenticatorKind> of(String word) {
        for (AuthenticatorKind kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
