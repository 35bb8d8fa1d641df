package dev.countersign.gateway.dialect.tencent;

import dev.countersign.gateway.codec.Hashes;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Signature version 3, `TC3-HMAC-SHA256`. The service is taken from the scope as sent and the path is always
/// `/`, since the SDKs agree on neither with what they send.
public final class Tc3Signature implements Explained {
    private static final String HMAC = "HmacSHA256";

    private final Signed signed;
    private final Authorization authorization;
    private final boolean echo;

    /// What was signed.
    ///
    /// @param method in upper case
    /// @param query the raw query of a GET, neither sorted nor decoded; empty for a POST
    /// @param headers all headers
    /// @param payloadHash hexadecimal SHA-256 of the body, of nothing, or of the word for an unsigned payload
    /// @param timestamp the timestamp as sent
    record Signed(String method, String query, Headers headers, String payloadHash, String timestamp) {}

    /// How a client wrote the values of signed headers. The documentation lower-cases all; the SDKs sign the
    /// content type as they send it; the documentation's own example lower-cases the action beside such a
    /// content type.
    private enum Casing {
        AS_SENT {
            @Override
            String of(String name, String value) {
                return value;
            }
        },
        LOWER {
            @Override
            String of(String name, String value) {
                return value.strip().toLowerCase(Locale.ROOT);
            }
        },
        LOWER_BUT_CONTENT_TYPE {
            @Override
            String of(String name, String value) {
                return name.equals("content-type") ? value : LOWER.of(name, value);
            }
        };

        abstract String of(String name, String value);
    }

    Tc3Signature(Signed signed, Authorization authorization, boolean echo) {
        this.signed = signed;
        this.authorization = authorization;
        this.echo = echo;
    }

    @Override
    public boolean echo() {
        return echo;
    }

    /// Step 1 is done once for each form in which a client may have signed host and header values, until one fits.
    @Override
    public Explanation explain(Secret secret) {
        Map<String, Bytes> keys = keys(secret);
        String host = signed.headers().first("Host").orElse("");
        Explanation likeliest = explain(canonicalRequest(host, Casing.AS_SENT), keys);
        if (likeliest.fits()) {
            return likeliest;
        }
        return Stream.concat(Stream.of(host), Hosts.otherwise(host).stream())
                .flatMap(form -> Stream.of(Casing.values()).map(casing -> canonicalRequest(form, casing)))
                .distinct()
                .map(canonical -> explain(canonical, keys))
                .filter(Explanation::fits)
                .findFirst()
                .orElse(likeliest);
    }

    private String canonicalRequest(String host, Casing casing) {
        StringBuilder canonical = new StringBuilder(256)
                .append(signed.method())
                .append("\n/\n")
                .append(signed.query())
                .append('\n');
        for (String name : authorization.signedHeaders()) {
            String value =
                    name.equals("host") ? host : signed.headers().first(name).orElse("");
            canonical.append(name).append(':').append(casing.of(name, value)).append('\n');
        }
        return canonical
                .append('\n')
                .append(String.join(";", authorization.signedHeaders()))
                .append('\n')
                .append(signed.payloadHash())
                .toString();
    }

    /// Step 2: the string to sign holds the time, the scope and the canonical request's hash. Step 4: sign it.
    private Explanation explain(String canonicalRequest, Map<String, Bytes> keys) {
        String stringToSign = String.join(
                "\n",
                Authorization.ALGORITHM,
                signed.timestamp(),
                authorization.date() + "/" + authorization.service() + "/" + Authorization.TERMINATOR,
                Hashes.sha256(Bytes.utf8(canonicalRequest)));
        Bytes signing = keys.getOrDefault("kSigning", Bytes.none());
        Map<String, String> shown = new LinkedHashMap<>();
        keys.forEach((name, key) -> shown.put(name, key.toHex()));
        return new Explanation(
                Authorization.ALGORITHM,
                canonicalRequest,
                stringToSign,
                shown,
                Hashes.hmac(HMAC, signing, stringToSign).toHex(),
                authorization.signature(),
                wrongDate());
    }

    /// Step 3: one key for the day, one for the service, one to sign with.
    private Map<String, Bytes> keys(Secret secret) {
        Bytes date = Hashes.hmac(HMAC, Bytes.utf8("TC3" + secret.reveal()), authorization.date());
        Bytes service = Hashes.hmac(HMAC, date, authorization.service());
        Map<String, Bytes> keys = new LinkedHashMap<>();
        keys.put("kDate", date);
        keys.put("kService", service);
        keys.put("kSigning", Hashes.hmac(HMAC, service, Authorization.TERMINATOR));
        return keys;
    }

    /// The scope's date is the UTC date of the timestamp: clients that use local dates fail for some hours a
    /// day.
    private Optional<String> wrongDate() {
        String utc = Instant.ofEpochSecond(Long.parseLong(signed.timestamp()))
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
        return utc.equals(authorization.date())
                ? Optional.empty()
                : Optional.of("The scope says " + authorization.date() + ", but the UTC date of the timestamp "
                        + signed.timestamp() + " is " + utc + ".");
    }
}
