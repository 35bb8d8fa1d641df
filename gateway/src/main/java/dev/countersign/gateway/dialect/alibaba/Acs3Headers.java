package dev.countersign.gateway.dialect.alibaba;

import dev.countersign.gateway.codec.Form.Pair;
import dev.countersign.gateway.codec.Hashes;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.value.Secret;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The other side of [Acs3Signature]: signs calls that we make to a cloud that speaks this wire. It works a
/// signature out with the verifier's own steps, so that the two can't drift apart.
public final class Acs3Headers {
    private static final List<String> SIGNED = List.of(
            "host", "x-acs-action", "x-acs-content-sha256", "x-acs-date", "x-acs-signature-nonce", "x-acs-version");

    private final String keyId;
    private final Secret secret;

    /// A call to be made: a POST to `/` whose parameters are all in its query, and whose body is empty.
    ///
    /// @param host as the header `Host` will say it
    /// @param action which action
    /// @param version of the product's API, as `2017-05-25`
    /// @param parameters the parameters, decoded
    public record Call(String host, String action, String version, List<Pair> parameters) {}

    /// @param keyId the access key's id
    /// @param secret its secret
    public Acs3Headers(String keyId, Secret secret) {
        this.keyId = keyId;
        this.secret = secret;
    }

    /// The headers that make it a signed call, in their order and without `Host`.
    ///
    /// @param now the time that the signature carries
    /// @param nonce what is used once only
    public Map<String, String> headers(Call call, Instant now, String nonce) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("x-acs-action", call.action());
        headers.put("x-acs-version", call.version());
        headers.put("x-acs-date", now.truncatedTo(ChronoUnit.SECONDS).toString());
        headers.put("x-acs-signature-nonce", nonce);
        headers.put("x-acs-content-sha256", Hashes.OF_NOTHING);
        Headers.Builder signed = new Headers.Builder().add("host", call.host());
        headers.forEach(signed::add);
        Acs3Signature signature = new Acs3Signature(
                new Acs3Signature.Signed(
                        "POST", call.parameters(), signed.build(), Hashes.OF_NOTHING, Hashes.OF_NOTHING),
                new Authorization(keyId, SIGNED, ""),
                false);
        headers.put(
                "Authorization",
                Authorization.ALGORITHM + " Credential=" + keyId + ",SignedHeaders=" + String.join(";", SIGNED)
                        + ",Signature=" + signature.made(secret));
        return headers;
    }
}
