package dev.countersign.server;

import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.proof.Proofs;
import dev.countersign.server.http.Site;
import dev.countersign.value.Bytes;
import java.util.List;
import java.util.Map;

/// The public keys that proofs are verified with. They need no guard and no key.
final class KeysSite implements Site {
    private static final String PATH = "/.well-known/jwks.json";

    private final Proofs proofs;

    /// @param proofs has the keys
    KeysSite(Proofs proofs) {
        this.proofs = proofs;
    }

    @Override
    public boolean serves(Request request) {
        return request.path().equals(PATH)
                && (request.method().equals("GET") || request.method().equals("HEAD"));
    }

    @Override
    public Response answer(Request request) {
        return new Response(
                200,
                "application/jwk-set+json",
                List.of(Map.entry("Cache-Control", "public, max-age=300")),
                Bytes.utf8(proofs.publicKeys()),
                false);
    }
}
