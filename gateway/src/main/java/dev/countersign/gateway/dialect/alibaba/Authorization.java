package dev.countersign.gateway.dialect.alibaba;

import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The header `Authorization` of version 3, taken apart:
/// `ACS3-HMAC-SHA256 Credential=<id>,SignedHeaders=<a;b>,Signature=<hex>`, its parts in any order.
///
/// @param keyId the access key's id
/// @param signedHeaders the names of the signed headers, in the order sent
/// @param signature the signature, as sent
record Authorization(String keyId, List<String> signedHeaders, String signature) {
    static final String ALGORITHM = "ACS3-HMAC-SHA256";
    private static final Set<String> PARTS = Set.of("Credential", "SignedHeaders", "Signature");
    private static final Set<String> ALWAYS_SIGNED =
            Set.of("x-acs-action", "x-acs-version", "x-acs-date", "x-acs-signature-nonce", "x-acs-content-sha256");
    private static final int MOST_SIGNED_HEADERS = 64;

    /// Reads the header.
    ///
    /// @throws Refused with [CallRefusal.CommonInvalid] for another algorithm, else with
    ///     [CallRefusal.AuthorizationMalformed], also when a header that must be signed is not
    static Authorization parse(String header) {
        String text = header.strip();
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        String algorithm = text.substring(0, end);
        if (!algorithm.equals(ALGORITHM)) {
            throw new Refused(
                    algorithm.startsWith("ACS")
                            ? new CallRefusal.CommonInvalid("SignatureMethod", algorithm)
                            : new CallRefusal.AuthorizationMalformed());
        }
        Map<String, String> parts = parts(text.substring(end));
        List<String> signed = List.of(parts.getOrDefault("SignedHeaders", "").split(";", MOST_SIGNED_HEADERS + 1));
        if (signed.size() > MOST_SIGNED_HEADERS || !signed.containsAll(ALWAYS_SIGNED)) {
            throw malformed();
        }
        return new Authorization(parts.getOrDefault("Credential", ""), signed, parts.getOrDefault("Signature", ""));
    }

    private static Map<String, String> parts(String text) {
        Map<String, String> parts = new HashMap<>();
        for (String part : text.split(",", PARTS.size() + 1)) {
            int split = part.indexOf('=');
            String name = split < 0 ? "" : part.substring(0, split).strip();
            String value = part.substring(split + 1).strip();
            if (!PARTS.contains(name) || value.isEmpty() || parts.put(name, value) != null) {
                throw malformed();
            }
        }
        if (parts.size() < PARTS.size()) {
            throw malformed();
        }
        return parts;
    }

    private static Refused malformed() {
        return new Refused(new CallRefusal.AuthorizationMalformed());
    }
}
