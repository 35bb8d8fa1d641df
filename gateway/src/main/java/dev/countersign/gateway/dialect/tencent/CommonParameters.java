package dev.countersign.gateway.dialect.tencent;

import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The rules for the parameters that every call has, the same in headers (version 3) and among the parameters
/// (version 1).
final class CommonParameters {
    /// How far a timestamp may be from now, either way.
    static final Duration WINDOW = Duration.ofMinutes(5);

    /// Names that no action has to know. Version 3 ignores them in body and query; version 1 has them there.
    static final Set<String> NAMES = Set.of(
            "Action",
            "Version",
            "Region",
            "Timestamp",
            "Nonce",
            "SecretId",
            "Signature",
            "SignatureMethod",
            "Token",
            "Language",
            "RequestClient");

    private static final Set<String> LANGUAGES = Set.of("zh-CN", "en-US");
    // Sixteen digits reach far beyond milliseconds, a frequent mistake, and stay within what an Instant holds.
    private static final Pattern SECONDS = Pattern.compile("-?[0-9]{1,16}");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,20}");

    private CommonParameters() {}

    /// The time that a timestamp stands for.
    ///
    /// @throws Refused with [CallRefusal.ParameterMistyped] when it is not a whole number
    static Instant timestamp(String name, String text) {
        if (!SECONDS.matcher(text).matches()) {
            throw new Refused(new CallRefusal.ParameterMistyped(name, "integer"));
        }
        return Instant.ofEpochSecond(Long.parseLong(text));
    }

    /// Passes a nonce: up to unsigned 64 bits, since the Python and Go SDKs send as many as 63.
    ///
    /// @throws Refused with [CallRefusal.ParameterMistyped]
    static void requireNonce(String text) {
        try {
            if (WHOLE.matcher(text).matches()) {
                Long.parseUnsignedLong(text);
                return;
            }
        } catch (NumberFormatException beyond64Bits) {
            // Refused below, like anything else that is no number.
        }
        throw new Refused(new CallRefusal.ParameterMistyped("Nonce", "integer"));
    }

    /// Passes a language that is absent, empty, or one of the two that there are.
    ///
    /// @throws Refused with [CallRefusal.CommonInvalid]
    static void requireLanguage(String name, Optional<String> language) {
        language.filter(word -> !word.isEmpty() && !LANGUAGES.contains(word)).ifPresent(word -> {
            throw new Refused(new CallRefusal.CommonInvalid(name, word));
        });
    }
}
