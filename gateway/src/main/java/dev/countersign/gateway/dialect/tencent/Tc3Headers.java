package dev.countersign.gateway.dialect.tencent;

import dev.countersign.gateway.codec.Hashes;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The other side of [Tc3Signature]: signs calls that we make to a cloud that speaks this wire. It works a
/// signature out with the verifier's own steps, so that the two can't drift apart.
public final class Tc3Headers {
    private static final String CONTENT_TYPE = "application/json; charset=utf-8";
    private static final List<String> SIGNED = List.of("content-type", "host");

    private final String keyId;
    private final Secret secret;
    private final SigningKeys keys = new SigningKeys();

    /// A call to be made, a POST with JSON.
    ///
    /// @param host as the header `Host` will say it
    /// @param service the service's short name, as `sms`
    /// @param action which action
    /// @param version of the service's API, as `2021-01-11`
    /// @param region where; empty for none
    /// @param body the parameters
    public record Call(String host, String service, String action, String version, String region, Bytes body) {}

    /// @param keyId the access key's id
    /// @param secret its secret
    public Tc3Headers(String keyId, Secret secret) {
        this.keyId = keyId;
        this.secret = secret;
    }

    /// The headers that make it a signed call, in their order and without `Host`.
    ///
    /// @param now the time that the signature carries
    public Map<String, String> headers(Call call, Instant now) {
        String timestamp = Long.toString(now.getEpochSecond());
        String date = now.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", CONTENT_TYPE);
        headers.put("X-TC-Action", call.action());
        headers.put("X-TC-Version", call.version());
        headers.put("X-TC-Timestamp", timestamp);
        if (!call.region().isEmpty()) {
            headers.put("X-TC-Region", call.region());
        }
        Tc3Signature signature = new Tc3Signature(
                new Tc3Signature.Signed(
                        "POST",
                        "",
                        Headers.of("Host", call.host(), "Content-Type", CONTENT_TYPE),
                        Hashes.sha256(call.body()),
                        timestamp),
                new Authorization(keyId, date, call.service(), SIGNED, ""),
                keys,
                false);
        headers.put(
                "Authorization",
                Authorization.ALGORITHM + " Credential=" + keyId + "/" + date + "/" + call.service() + "/"
                        + Authorization.TERMINATOR + ", SignedHeaders=" + String.join(";", SIGNED) + ", Signature="
                        + signature.made(secret));
        return headers;
    }
}
