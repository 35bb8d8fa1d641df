package dev.countersign.gateway.dialect.tencent;

import dev.countersign.gateway.codec.Hashes;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Signature version 3, `TC3-HMAC-SHA256`. The service is taken from the scope as sent and the path is always
/// `/`, since the SDKs agree on neither with what they send.
public final class Tc3Signature implements Explained {
    private static final String HMAC = "HmacSHA256";

    private final Signed signed;
    private final Authorization authorization;
    private final SigningKeys keys;
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

    Tc3Signature(Signed signed, Authorization authorization, SigningKeys keys, boolean echo) {
        this.signed = signed;
        this.authorization = authorization;
        this.keys = keys;
        this.echo = echo;
    }

    @Override
    public boolean echo() {
        return echo;
    }

    /// Step 1 is done once for each form in which a client may have signed host and header values, until one
    /// fits.
    @Override
    public Explanation explain(Secret secret) {
        SigningKeys.Scope scope = new SigningKeys.Scope(secret, authorization.date(), authorization.service());
        SigningKeys.Derived derived = keys.of(scope);
        Explanation explained = explain(derived);
        if (explained.fits()) {
            keys.remember(scope, derived);
        }
        return explained;
    }

    /// The signature that a secret makes over the headers as they are, in hexadecimal: for the side that
    /// signs.
    String made(Secret secret) {
        SigningKeys.Scope scope = new SigningKeys.Scope(secret, authorization.date(), authorization.service());
        SigningKeys.Derived derived = keys.of(scope);
        keys.remember(scope, derived);
        String host = signed.headers().first("host").orElse("");
        return explain(canonicalRequest(host, Casing.AS_SENT), derived).expected();
    }

    private Explanation explain(SigningKeys.Derived derived) {
        String host = signed.headers().first("host").orElse("");
        Explanation likeliest = explain(canonicalRequest(host, Casing.AS_SENT), derived);
        if (likeliest.fits()) {
            return likeliest;
        }
        return Stream.concat(Stream.of(host), Hosts.otherwise(host).stream())
                .flatMap(form -> Stream.of(Casing.values()).map(casing -> canonicalRequest(form, casing)))
                .distinct()
                .map(canonical -> explain(canonical, derived))
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

    /// Step 2: the string to sign holds the time, the scope and the canonical request's hash. Step 3 derives
    /// the keys, see [SigningKeys]. Step 4: sign it.
    private Explanation explain(String canonicalRequest, SigningKeys.Derived derived) {
        String stringToSign = String.join(
                "\n",
                Authorization.ALGORITHM,
                signed.timestamp(),
                authorization.date() + "/" + authorization.service() + "/" + Authorization.TERMINATOR,
                Hashes.sha256(Bytes.utf8(canonicalRequest)));
        return new Explanation(
                Authorization.ALGORITHM,
                canonicalRequest,
                stringToSign,
                derived.shown(),
                Hashes.hmac(HMAC, derived.signing(), stringToSign).toHex(),
                authorization.signature(),
                wrongDate());
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
