package dev.countersign.gateway.dialect;

import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.value.Bytes;
import dev.countersign.value.RequestId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The dialects that this installation speaks.
///
/// @param all of them; at most one claims a request
public record Dialects(List<Dialect> all) {
    /// The dialect that recognises the request.
    public Optional<Dialect> speaking(Request request) {
        return all.stream().filter(dialect -> dialect.speaks(request)).findFirst();
    }

    /// The answer to a request that no dialect recognises: what this port is, and how to speak to it.
    public static Response nobody(RequestId id) {
        String text = """
                404: this is a Countersign server, and it did not recognise the request as one of those it answers:

                - Tencent Cloud API 3.0: POST or GET / with X-TC-* headers and a TC3-HMAC-SHA256 signature,
                  or with SecretId, Nonce and Signature among the parameters
                - Alibaba Cloud RPC: POST or GET / with x-acs-* headers and an ACS3-HMAC-SHA256 signature,
                  or with AccessKeyId, SignatureNonce and Signature among the parameters
                - its own API: /v1, with "Authorization: Bearer <key>"

                Point an SDK's endpoint at this host and port, over the scheme that you used just now.
                """;
        return new Response(
                404,
                "text/plain; charset=utf-8",
                List.of(Map.entry("X-Request-Id", id.text())),
                Bytes.utf8(text),
                false);
    }
}
