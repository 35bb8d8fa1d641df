package dev.countersign.server.console;

import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Lets in who knows one token, as a browser asks for it: any name, and the token as password (RFC 7617). For a dev
/// world that listens on more than this machine.
public final class TokenDoor implements Door {
    private static final String BASIC = "basic ";

    private final Secret token;

    /// @param token what must be known
    public TokenDoor(Secret token) {
        this.token = token;
    }

    @Override
    public Optional<Response> refuse(Request request, String room) {
        List<String> given = request.headers().all("Authorization");
        return given.size() == 1 && knows(given.getFirst())
                ? Optional.empty()
                : Optional.of(new Response(
                        401,
                        "text/plain; charset=utf-8",
                        List.of(
                                Map.entry("WWW-Authenticate", "Basic realm=\"Countersign dev\", charset=\"UTF-8\""),
                                Map.entry("Cache-Control", "no-store"),
                                Map.entry("X-Content-Type-Options", "nosniff")),
                        Bytes.utf8("Sign in with any name, and the token that --dev-token was given as password.\n"),
                        false));
    }

    private boolean knows(String authorization) {
        if (!authorization.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
            return false;
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
            String pair = new String(decoded, StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon >= 0 && token.matches(Secret.of(pair.substring(colon + 1)));
        } catch (IllegalArgumentException broken) {
            return false;
        }
    }
}
