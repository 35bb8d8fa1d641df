package dev.countersign.gateway.dialect.alibaba;

import dev.countersign.gateway.codec.Form.Pair;
import dev.countersign.gateway.codec.Hashes;
import dev.countersign.gateway.dialect.Claim;
import dev.countersign.gateway.signing.Reckoning;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Signature version 3, `ACS3-HMAC-SHA256`, over the headers that the client names. The path is always `/`.
final class Acs3Signature implements Claim.Signature {
    private final Signed signed;
    private final Authorization authorization;
    private final boolean echo;

    /// What was signed.
    ///
    /// @param method in upper case
    /// @param query the parameters of the query, decoded
    /// @param headers all headers
    /// @param payloadHash hexadecimal SHA-256 of the body as it came
    /// @param announcedHash the same as the client says it
    record Signed(String method, List<Pair> query, Headers headers, String payloadHash, String announcedHash) {}

    Acs3Signature(Signed signed, Authorization authorization, boolean echo) {
        this.signed = signed;
        this.authorization = authorization;
        this.echo = echo;
    }

    /// A body other than the one that was announced was not signed, whatever the header's own signature says.
    @Override
    public void verify(Secret secret) {
        Worked worked = work(secret);
        if (!worked.fits(authorization.signature()) || !signed.announcedHash().equals(signed.payloadHash())) {
            throw worked.refused(
                    echo,
                    " server StringToSign is [" + worked.stringToSign() + "] server CanonicalRequest is ["
                            + worked.canonical() + "]");
        }
    }

    @Override
    public Optional<Reckoning> reckon(Secret secret) {
        Optional<String> changed = signed.announcedHash().equals(signed.payloadHash())
                ? Optional.empty()
                : Optional.of("x-acs-content-sha256 says " + signed.announcedHash() + ", but the body's hash is "
                        + signed.payloadHash() + ".");
        return Optional.of(work(secret).reckoned(Authorization.ALGORITHM, authorization.signature(), changed));
    }

    /// The signature that a secret makes, in hexadecimal: for the side that signs.
    String made(Secret secret) {
        return work(secret).expected();
    }

    /// Step 6: the string to sign is the algorithm and the canonical request's hash. Step 7: sign it with the secret
    /// as it is.
    Worked work(Secret secret) {
        String canonical = canonicalRequest();
        String stringToSign = Authorization.ALGORITHM + "\n" + Hashes.sha256(Bytes.utf8(canonical));
        return new Worked(
                Hashes.hmac("HmacSHA256", Bytes.utf8(secret.reveal()), stringToSign)
                        .toHex(),
                canonical,
                stringToSign);
    }

    /// Steps 1 to 5: method, path, query, the named headers, their names, and the body's hash.
    private String canonicalRequest() {
        StringBuilder canonical = new StringBuilder(512)
                .append(signed.method())
                .append("\n/\n")
                .append(Canonical.of(signed.query()))
                .append('\n');
        for (String name : authorization.signedHeaders()) {
            canonical.append(name).append(':').append(value(name)).append('\n');
        }
        return canonical
                .append('\n')
                .append(String.join(";", authorization.signedHeaders()))
                .append('\n')
                .append(signed.payloadHash())
                .toString();
    }

    /// A header that came more than once is signed sorted, with commas between.
    private String value(String name) {
        List<String> values = signed.headers().all(name);
        return values.size() == 1
                ? values.getFirst().strip()
                : values.stream().map(String::strip).sorted().collect(Collectors.joining(","));
    }
}
