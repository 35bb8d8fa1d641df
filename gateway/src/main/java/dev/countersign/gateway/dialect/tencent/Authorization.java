package dev.countersign.gateway.dialect.tencent;

import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The header `Authorization` of a TC3 call, taken apart:
/// `TC3-HMAC-SHA256 Credential=<id>/<date>/<service>/tc3_request, SignedHeaders=<a;b>, Signature=<hex>`.
///
/// @param keyId the access key's id
/// @param date the date of the scope, as sent
/// @param service the service of the scope, as sent: SDKs put `cam`, `127` or `localhost:8080` there
/// @param signedHeaders the names of the signed headers, in the order sent
/// @param signature the signature, as sent
record Authorization(String keyId, String date, String service, List<String> signedHeaders, String signature) {
    static final String ALGORITHM = "TC3-HMAC-SHA256";
    static final String TERMINATOR = "tc3_request";
    private static final Set<String> PARTS = Set.of("Credential", "SignedHeaders", "Signature");
    private static final List<String> ALWAYS_SIGNED = List.of("content-type", "host");
    private static final int MOST_SIGNED_HEADERS = 64;

    /// Reads the header. White space between the parts is free: the .NET SDK sends two blanks after the
    /// algorithm.
    ///
    /// @throws Refused with [CallRefusal.AuthorizationMalformed], also when `content-type` or `host` is not
    ///     signed
    static Authorization parse(String header) {
        String text = header.strip();
        if (!text.startsWith(ALGORITHM)
                || text.length() == ALGORITHM.length()
                || !Character.isWhitespace(text.charAt(ALGORITHM.length()))) {
            throw malformed();
        }
        Map<String, String> parts = parts(text.substring(ALGORITHM.length()));
        String credential = parts.getOrDefault("Credential", "");
        int date = credential.indexOf('/');
        int service = credential.indexOf('/', date + 1);
        int end = credential.lastIndexOf('/');
        if (date < 1 || service <= date + 1 || end <= service + 1 || !credential.endsWith("/" + TERMINATOR)) {
            throw malformed();
        }
        return new Authorization(
                credential.substring(0, date),
                credential.substring(date + 1, service),
                credential.substring(service + 1, end),
                signedHeaders(parts.getOrDefault("SignedHeaders", "")),
                parts.getOrDefault("Signature", ""));
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

    private static List<String> signedHeaders(String text) {
        List<String> names = List.of(text.split(";", MOST_SIGNED_HEADERS + 1));
        if (names.size() > MOST_SIGNED_HEADERS || !names.containsAll(ALWAYS_SIGNED)) {
            throw malformed();
        }
        return names;
    }

    private static Refused malformed() {
        return new Refused(new CallRefusal.AuthorizationMalformed());
    }
}
