package dev.countersign.delivery.template;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a template leaves open, written as `{code}`.
public enum Placeholder {
    /// The code; digit by digit in a call.
    CODE,
    /// The minutes that the code is still valid, at least 1.
    MINUTES,
    /// What the code confirms, as an operation's fields; empty for nothing.
    DETAILS,
    /// The domain that the template names.
    DOMAIN;

    /// As it is written.
    public String written() {
        return "{" + name().toLowerCase(Locale.ROOT) + "}";
    }

    /// The one that is written so, braces and all.
    static Optional<Placeholder> of(String written) {
        return Arrays.stream(values())
                .filter(each -> each.written().equals(written))
                .findFirst();
    }

    /// All of them, as a sentence lists them.
    static String list() {
        return Arrays.stream(values()).map(Placeholder::written).collect(Collectors.joining(", "));
    }
}
