package dev.countersign.gateway.dialect.rest;

import dev.countersign.gateway.dialect.Claim;
import dev.countersign.gateway.dialect.Dialect;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Malformation;
import dev.countersign.refusal.Refused;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import dev.countersign.verification.IdempotencyKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the headers of a request say. A header that must be single is refused when it is repeated: two readers
/// of one request must not see two different ones.
final class RequestHeaders {
    /// RFC 6750, 2.1; the length is ours.
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/-]{1,512}=*)");

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,255}");
    /// Possessive, so that a long run of blanks costs no more than its length.
    private static final Pattern JSON = Pattern.compile(
            "application/json(\\s*+;\\s*+charset=(utf-8|\"utf-8\"))?+\\s*+;?+\\s*+", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_LANGUAGES = 512;

    private RequestHeaders() {}

    /// The bearer key.
    ///
    /// @throws Refused with [CallRefusal.CommonMissing] or [CallRefusal.AuthorizationMalformed]
    static Claim.Bearer bearer(Headers headers) {
        List<String> given = headers.all("Authorization");
        if (given.isEmpty()) {
            throw new Refused(new CallRefusal.CommonMissing("Authorization", true));
        }
        Matcher bearer = BEARER.matcher(given.getFirst().strip());
        if (given.size() > 1 || !bearer.matches()) {
            throw new Refused(new CallRefusal.AuthorizationMalformed());
        }
        return new Claim.Bearer(Secret.of(bearer.group(1)));
    }

    /// Passes when the body is said to be JSON in UTF-8.
    ///
    /// @throws Refused with [CallRefusal.Malformed] of [Malformation#CONTENT_TYPE]
    static void requireJson(Headers headers) {
        List<String> given = headers.all("Content-Type");
        if (given.size() != 1 || !JSON.matcher(given.getFirst().strip()).matches()) {
            throw new Refused(new CallRefusal.Malformed(Malformation.CONTENT_TYPE, "Content-Type"));
        }
    }

    /// The idempotency key of a POST, with a digest of all that must stay the same with it.
    ///
    /// @throws Refused with [CallRefusal.CommonInvalid] when it is not 1 to 255 visible ASCII characters
    static Optional<IdempotencyKey> idempotency(Request request) {
        List<String> given = request.headers().all("Idempotency-Key");
        if (given.isEmpty() || !request.method().equals("POST")) {
            return Optional.empty();
        }
        if (given.size() > 1 || !VISIBLE.matcher(given.getFirst()).matches()) {
            throw new Refused(new CallRefusal.CommonInvalid("Idempotency-Key", ""));
        }
        return Optional.of(new IdempotencyKey(given.getFirst(), fingerprint(request)));
    }

    private static Bytes fingerprint(Request request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.method() + "\n" + request.path() + "\n").getBytes(StandardCharsets.UTF_8));
            return Bytes.of(digest.digest(request.body().toArray()));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("this Java has no SHA-256", absent);
        }
    }

    /// The language that is liked best among Chinese and English; English when neither is named.
    static Dialect.Manner manner(Headers headers) {
        String wanted = headers.first("Accept-Language").orElse("");
        if (wanted.length() > LONGEST_LANGUAGES) {
            return Dialect.Manner.ENGLISH;
        }
        try {
            return Locale.LanguageRange.parse(wanted).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(Locale.LanguageRange::getRange)
                    .filter(range -> range.matches("(zh|en)(-.*)?|\\*"))
                    .findFirst()
                    .filter(range -> range.startsWith("zh"))
                    .map(range -> new Dialect.Manner("zh-CN"))
                    .orElse(Dialect.Manner.ENGLISH);
        } catch (IllegalArgumentException notLanguages) {
            return Dialect.Manner.ENGLISH;
        }
    }
}
