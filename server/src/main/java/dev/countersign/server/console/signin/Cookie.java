package dev.countersign.server.console.signin;

import dev.countersign.gateway.wire.Request;
import dev.countersign.value.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A cookie of the door. `__Host-`: a browser takes it only over TLS, for this very host, from this very host. `Lax`:
/// WeChat sends browsers back from elsewhere. No form comes from elsewhere, since each is believed by its Origin
/// and by a token made of the cookie.
enum Cookie {
    /// Who is in.
    SESSION("__Host-countersign_console"),
    /// Who is before the door.
    VISITOR("__Host-countersign_signin");

    private static final int LONGEST = 128;
    private static final String MANNERS = "; Path=/; Secure; HttpOnly; SameSite=Lax";

    private final String label;

    Cookie(String label) {
        this.label = label;
    }

    /// What a browser holds; two of the name are none.
    Optional<Secret> of(Request request) {
        List<String> held = request.headers().all("Cookie").stream()
                .flatMap(header -> Stream.of(header.split(";")))
                .map(String::strip)
                .filter(pair -> pair.startsWith(label + "="))
                .map(pair -> pair.substring(label.length() + 1))
                .toList();
        return held.size() == 1
                ? Optional.of(held.getFirst())
                        .filter(value -> !value.isEmpty() && value.length() <= LONGEST)
                        .map(Secret::of)
                : Optional.empty();
    }

    /// The header that gives it. It ends with the browser.
    Map.Entry<String, String> give(Secret value) {
        return Map.entry("Set-Cookie", label + "=" + value.reveal() + MANNERS);
    }

    /// The header that takes it away.
    Map.Entry<String, String> take() {
        return Map.entry("Set-Cookie", label + "=" + MANNERS + "; Max-Age=0");
    }

    /// What forms carry that were made for who holds this.
    static String token(Secret held) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(held.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal("console form".getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", absent);
        }
    }
}
