package dev.countersign.gateway.dialect.alibaba;

import dev.countersign.gateway.codec.Hashes;
import dev.countersign.gateway.dialect.Claim;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import java.time.Instant;
import java.util.Optional;

/// Reads the credentials of version 3: everything is in headers. Another scheme of this version would be told apart
/// here, by the first word of `Authorization`.
final class Acs3Reader {
    private final AlibabaOptions options;

    Acs3Reader(AlibabaOptions options) {
        this.options = options;
    }

    /// @param method in upper case
    /// @throws Refused with a [CallRefusal] about common parameters
    Claim read(String method, Request request, Sent sent) {
        Headers headers = request.headers();
        Authorization authorization = Authorization.parse(required(headers, "authorization", "AccessKeyId"));
        String date = required(headers, "x-acs-date", "Timestamp");
        String nonce = Nonces.require(required(headers, "x-acs-signature-nonce", "SignatureNonce"));
        String announced = present(headers, "x-acs-content-sha256")
                .orElseThrow(() -> new Refused(new CallRefusal.AuthorizationMalformed()));
        Optional<String> token = present(headers, "x-acs-security-token");
        if (token.isPresent() && !authorization.signedHeaders().contains("x-acs-security-token")) {
            throw new Refused(new CallRefusal.AuthorizationMalformed());
        }
        Instant signedAt = Timestamps.read(date);
        return new Claim.Signed(
                authorization.keyId(),
                signedAt,
                options.window(),
                token,
                new Acs3Signature(
                        new Acs3Signature.Signed(
                                method, sent.query(), headers, Hashes.sha256(request.body()), announced),
                        authorization,
                        options.echo()),
                Optional.of(nonce),
                true);
    }

    private static String required(Headers headers, String name, String parameter) {
        return present(headers, name).orElseThrow(() -> new Refused(new CallRefusal.CommonMissing(parameter, true)));
    }

    static Optional<String> present(Headers headers, String name) {
        return headers.first(name).map(String::strip).filter(value -> !value.isEmpty());
    }
}
