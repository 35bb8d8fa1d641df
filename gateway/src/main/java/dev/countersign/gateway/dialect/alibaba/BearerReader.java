package dev.countersign.gateway.dialect.alibaba;

import dev.countersign.gateway.dialect.Claim;
import dev.countersign.gateway.wire.Request;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.value.Secret;
import java.util.Optional;

/// Reads calls that bear a token in the place of a signature. The token is a key of our own API; what it is sent in
/// is protected by nothing but the connection, so that the installation has to allow it.
final class BearerReader {
    private static final int LONGEST = 512;

    private final AlibabaOptions options;

    BearerReader(AlibabaOptions options) {
        this.options = options;
    }

    /// The token, wherever this version of the wire has it: some clients send it in both places.
    ///
    /// @throws Refused with [CallRefusal.CommonInvalid] when tokens are not taken here, or two differ or one is too
    ///     long; with [CallRefusal.CommonMissing] when there is none
    Claim read(Request request, Sent sent) {
        if (!options.bearer()) {
            throw new Refused(new CallRefusal.CommonInvalid("SignatureType", "BEARERTOKEN"));
        }
        Optional<String> parameter = sent.given("BearerToken");
        Optional<String> header = Acs3Reader.present(request.headers(), "x-acs-bearer-token");
        String token = parameter
                .or(() -> header)
                .orElseThrow(() -> new Refused(new CallRefusal.CommonMissing("BearerToken", false)));
        if (token.length() > LONGEST
                || header.filter(other -> !other.equals(token)).isPresent()) {
            throw new Refused(new CallRefusal.CommonInvalid("BearerToken", ""));
        }
        return new Claim.Bearer(Secret.of(token));
    }
}
