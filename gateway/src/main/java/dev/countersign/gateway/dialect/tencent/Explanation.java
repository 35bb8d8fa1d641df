package dev.countersign.gateway.dialect.tencent;

import dev.countersign.value.Bytes;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// How a signature was worked out, step by step: what the verifier itself goes by, and what a developer is
/// shown.
///
/// @param scheme `TC3-HMAC-SHA256`, `HmacSHA256` or `HmacSHA1`
/// @param canonicalRequest the canonical request; empty in version 1, which has none
/// @param stringToSign the string to sign
/// @param keys the derived keys by name, in hexadecimal and in the order in which they are derived; none in
///     version 1
/// @param expected the signature that the secret gives
/// @param given the signature that was sent
/// @param problem what is wrong besides the signature, as a sentence: a scope whose date is not the timestamp's
public record Explanation(
        String scheme,
        String canonicalRequest,
        String stringToSign,
        Map<String, String> keys,
        String expected,
        String given,
        Optional<String> problem) {
    private static final int MOST_ECHO = 4096;

    /// Whether the secret made this signature; compared in constant time.
    public boolean fits() {
        return Bytes.utf8(expected).equalsInConstantTime(Bytes.utf8(given)) && problem.isEmpty();
    }

    /// Where the given signature begins to differ from the expected one, in characters from 0; empty when it
    /// doesn't.
    public OptionalInt firstDifference() {
        return firstDifference(expected, given);
    }

    /// Where a text begins to differ from another, in characters from 0: for a client's own canonical request
    /// or string to sign beside ours.
    public static OptionalInt firstDifference(String ours, String theirs) {
        int at = Arrays.mismatch(ours.toCharArray(), theirs.toCharArray());
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
    }

    /// What the server signed, for a caller who may see it; cut after 4,096 characters.
    public String echo() {
        String whole = canonicalRequest.isEmpty()
                ? stringToSign
                : stringToSign + "\n\nfor the canonical request\n\n" + canonicalRequest;
        return whole.length() <= MOST_ECHO ? whole : whole.substring(0, MOST_ECHO) + "…";
    }

    /// Without the derived keys, which are as good as the secret for a day, and without the signature.
    @Override
    public String toString() {
        return "Explanation(" + scheme + ", fits=" + fits() + ")";
    }
}
