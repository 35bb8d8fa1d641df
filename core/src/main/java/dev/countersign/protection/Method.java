package dev.countersign.protection;

import java.util.Arrays;
import java.util.Optional;

/// How a second factor is shown. A half of a [Protection] demands one of these or none.
public enum Method {
    /// A code to the bound phone number.
    PHONE("Phone"),
    /// A hardware token.
    TOKEN("Token"),
    /// A software token: TOTP.
    STOKEN("Stoken"),
    /// A scan with the bound WeChat identity.
    WECHAT("Wechat"),
    /// The tenant's own check, by a custom token.
    CUSTOM("Custom"),
    /// A code to the bound e-mail address.
    MAIL("Mail"),
    /// A U2F key.
    U2F_TOKEN("U2FToken"),
    /// A passkey.
    PASSKEY("Passkey");

    private final String word;

    Method(String word) {
        this.word = word;
    }

    /// Its published word.
    public String word() {
        return word;
    }

    /// The method of that word.
    public static Optional<Method> of(String word) {
        return Arrays.stream(values())
                .filter(method -> method.word.equals(word))
                .findFirst();
    }
}
