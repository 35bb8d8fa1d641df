package dev.countersign.challenge;

import dev.countersign.verification.Purpose;
import java.util.Locale;
import java.util.Optional;

/// What a challenge guards.
public enum Kind {
    /// A login.
    LOGIN,
    /// One sensitive operation.
    OPERATION;

    /// The word for it in answers and tables.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What its codes are good for.
    public Purpose purpose() {
        return switch (this) {
            case LOGIN -> Purpose.LOGIN;
            case OPERATION -> Purpose.OPERATION;
        };
    }

    /// The kind of that word.
    public static Optional<Kind> of(String word) {
        for (Kind kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
