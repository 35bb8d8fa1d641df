package dev.countersign.gateway;

import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refusal;
import java.util.Locale;

/// What a request is held against on its path. Each wire has them in an order of its own (product rules 9.2 and
/// 9.3), and the first that refuses ends the path.
public enum Check {
    /// Whether any dialect is spoken.
    RECOGNITION,
    /// The HTTP method.
    METHOD,
    /// How large it is.
    SIZE,
    /// Whether it can be read.
    PARSE,
    /// What every call carries.
    COMMON,
    /// Whether there is such an action in such a version.
    ACTION,
    /// When it was signed.
    TIMESTAMP,
    /// Whether the key exists and is active.
    KEY,
    /// The signature.
    SIGNATURE,
    /// The security token of a temporary key.
    TOKEN,
    /// What may be used once.
    NONCE,
    /// Calls a second.
    RATE,
    /// Whether the tenant has the product.
    SUBSCRIPTION,
    /// What the caller may do.
    PERMISSION,
    /// A second factor that was shown lately.
    FACTOR,
    /// The action's own parameters: unknown, missing, type, value.
    PARAMETERS,
    /// What the action itself decides.
    BUSINESS,
    /// A failure that a developer chose: no check of the path at all.
    CHOSEN,
    /// A bounded queue that was full: no check of the path at all.
    ROOM,
    /// A fault of ours: no check at all.
    FAULT;

    private static final String ALIBABA_TIME = "Timestamp";

    /// The word for it in words and JSON, as `signature`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The check that refuses so.
    ///
    /// @param known whether an action was found before
    static Check of(Refusal refusal, boolean known) {
        return refusal instanceof CallRefusal call ? of(call, known) : BUSINESS;
    }

    private static Check of(CallRefusal refusal, boolean known) {
        return switch (refusal) {
            case CallRefusal.MethodUnsupported method -> METHOD;
            case CallRefusal.TooLarge large -> SIZE;
            case CallRefusal.TooLargeForScheme large -> SIZE;
            case CallRefusal.Malformed malformed -> PARSE;
            case CallRefusal.CommonMissing missing -> COMMON;
            // Only one wire reads the time's form after the action is known, with the window.
            case CallRefusal.CommonInvalid invalid -> known && invalid.name().equals(ALIBABA_TIME) ? TIMESTAMP : COMMON;
            case CallRefusal.ActionUnknown unknown -> ACTION;
            case CallRefusal.VersionUnknown unknown -> ACTION;
            case CallRefusal.TimestampOutside outside -> TIMESTAMP;
            case CallRefusal.AuthorizationMalformed malformed -> COMMON;
            case CallRefusal.KeyKindUnknown unknown -> KEY;
            case CallRefusal.KeyUnknown unknown -> KEY;
            case CallRefusal.KeyDisabled disabled -> KEY;
            case CallRefusal.NotAuthentic different -> SIGNATURE;
            case CallRefusal.TokenInvalid invalid -> TOKEN;
            case CallRefusal.NonceUsed used -> NONCE;
            case CallRefusal.RateExceeded exceeded -> RATE;
            case CallRefusal.NotPermitted denied -> PERMISSION;
            case CallRefusal.MfaRequired required -> FACTOR;
            case CallRefusal.NotSubscribed bare -> SUBSCRIPTION;
            case CallRefusal.ParameterUnknown unknown -> PARAMETERS;
            case CallRefusal.ParameterMissing missing -> PARAMETERS;
            case CallRefusal.ParameterMistyped mistyped -> PARAMETERS;
            case CallRefusal.ParameterInvalid invalid -> PARAMETERS;
            case CallRefusal.IdempotencyKeyReused reused -> BUSINESS;
            case CallRefusal.Overloaded full -> ROOM;
        };
    }

    /// The check by which a request would be refused so before any action does anything.
    public static Check before(CallRefusal refusal, boolean known) {
        return of(refusal, known);
    }
}
