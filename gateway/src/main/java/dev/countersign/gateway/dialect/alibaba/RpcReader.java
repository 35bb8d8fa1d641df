package dev.countersign.gateway.dialect.alibaba;

import dev.countersign.gateway.dialect.Claim;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import java.time.Instant;
import java.util.Optional;

/// Reads the credentials of version 1: everything is a parameter.
final class RpcReader {
    private final AlibabaOptions options;

    RpcReader(AlibabaOptions options) {
        this.options = options;
    }

    /// @param method in upper case
    /// @throws Refused with a [CallRefusal] about common parameters
    Claim read(String method, Sent sent) {
        String keyId = required(sent, "AccessKeyId");
        String signature = required(sent, "Signature");
        only(sent, "SignatureMethod", RpcSignature.METHOD);
        only(sent, "SignatureVersion", RpcSignature.VERSION);
        String nonce = Nonces.require(required(sent, "SignatureNonce"));
        Instant signedAt = Timestamps.read(required(sent, "Timestamp"));
        return new Claim.Signed(
                keyId,
                signedAt,
                options.window(),
                sent.given("SecurityToken"),
                new RpcSignature(method, sent.all(), signature, options.echo()),
                Optional.of(nonce),
                true);
    }

    private static void only(Sent sent, String name, String served) {
        String value = required(sent, name);
        if (!value.equals(served)) {
            throw new Refused(new CallRefusal.CommonInvalid(name, value));
        }
    }

    private static String required(Sent sent, String name) {
        return sent.given(name).orElseThrow(() -> new Refused(new CallRefusal.CommonMissing(name, false)));
    }
}
