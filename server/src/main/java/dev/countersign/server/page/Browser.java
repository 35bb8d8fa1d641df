package dev.countersign.server.page;

import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.value.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The browser behind a request, by the cookie that it has for one challenge.
///
/// @param headers what it sent
/// @param challenge the challenge's id
/// @param own how browsers reach this installation
record Browser(Headers headers, String challenge, String own) {
    private static final String COOKIE = "countersign_challenge";
    private static final int LONGEST_COOKIE = 128;
    private static final int SECONDS = 3600;

    static Browser of(Request request, String challenge, String own) {
        return new Browser(request.headers(), challenge, own);
    }

    /// The cookie's secret.
    Optional<Secret> secret() {
        return headers.all("Cookie").stream()
                .flatMap(header -> List.of(header.split(";")).stream())
                .map(String::strip)
                .filter(pair -> pair.startsWith(COOKIE + "="))
                .map(pair -> pair.substring(COOKIE.length() + 1))
                .filter(value -> !value.isEmpty() && value.length() <= LONGEST_COOKIE)
                .map(Secret::of)
                .findFirst();
    }

    /// The header that gives the browser its cookie. It is sent with a navigation from elsewhere (`Lax`), since
    /// that is how people come, but with no other request from elsewhere.
    Map.Entry<String, String> cookie(Secret fresh) {
        String secure = own.toLowerCase(Locale.ROOT).startsWith("https:") ? "; Secure" : "";
        return Map.entry(
                "Set-Cookie",
                COOKIE + "=" + fresh.reveal() + "; Path=/challenge/" + challenge + "; Max-Age=" + SECONDS
                        + "; HttpOnly; SameSite=Lax" + secure);
    }

    /// What a form carries to be believed: only a page that was made for this cookie knows it.
    String token(Secret browser) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(browser.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] made = mac.doFinal(("form:" + challenge).getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(made);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", absent);
        }
    }

    /// Whether a form comes from a page of ours that was made for this browser.
    ///
    /// @param token what the form carried
    boolean believes(String token) {
        return ownOrigin()
                && secret().filter(known -> Secret.of(token(known)).matches(Secret.of(token)))
                        .isPresent();
    }

    /// A proxy may change the Host, so that the address that is configured counts too.
    private boolean ownOrigin() {
        List<String> origins = headers.all("Origin");
        if (origins.size() != 1) {
            return false;
        }
        String origin = origins.getFirst().toLowerCase(Locale.ROOT);
        List<String> hosts = headers.all("Host");
        boolean here = hosts.size() == 1
                && origin.replaceFirst("^https?://", "").equals(hosts.getFirst().toLowerCase(Locale.ROOT))
                && origin.matches("https?://.+");
        return here || origin.equals(own.toLowerCase(Locale.ROOT));
    }

    /// Whether the browser says that it asks for something other than a page to show: a picture, a frame, a
    /// script. Such a request must not bind a challenge.
    boolean embeds() {
        return headers.first("Sec-Fetch-Dest")
                .filter(purpose -> !purpose.equals("document"))
                .isPresent();
    }
}
