package dev.countersign.protection;

import java.util.Optional;

/// A way to show a second factor.
public enum Method {
    /// A code to the bound number.
    PHONE("Phone"),
    /// A hardware token; the vendor's own.
    TOKEN("Token"),
    /// A TOTP device.
    STOKEN("Stoken"),
    /// A scan with WeChat.
    WECHAT("Wechat"),
    /// The tenant's own check.
    CUSTOM("Custom"),
    /// A code to the bound address.
    MAIL("Mail"),
    /// A security key.
    U2F_TOKEN("U2FToken"),
    /// A passkey.
    PASSKEY("Passkey");

    private final String word;

    Method(String word) {
        this.word = word;
    }

    /// The word for it in answers and tables.
    public String word() {
        return word;
    }

    /// The method of that word.
    public static Optional<Method> of(String word) {
        for (Method method : values()) {
            if (method.word.equals(word)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }
}
