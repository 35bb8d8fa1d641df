package dev.countersign.server.dev;

import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.server.dev.exchange.Problem;
import dev.countersign.value.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Keeps other people's pages, in a browser on this machine, away from a surface that needs no key: a page that
/// points a name of its own at 127.0.0.1 (DNS rebinding) sends that name as Host; a page that calls from
/// elsewhere sends its Origin; and what a page can send without asking first is never `application/json`.
public final class Guards {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9a-f:.]+]|[^\\[\\]:/@?#\\s]+)(?::([0-9]{1,5}))?");
    private static final Pattern JSON = Pattern.compile("application/json\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";

    private final boolean anyHost;
    private final Optional<Secret> token;

    private Guards(boolean anyHost, Optional<Secret> token) {
        this.anyHost = anyHost;
        this.token = token;
    }

    /// Only requests to this machine by its own names: no token is needed.
    public static Guards loopback() {
        return new Guards(false, Optional.empty());
    }

    /// Any Host, but only with this token as Bearer: for `--bind` with `--dev-token`.
    public static Guards token(Secret token) {
        return new Guards(true, Optional.of(token));
    }

    /// Any Host, for what proves its callers by itself (`/v1` has a Bearer key of its own) while `--dev-token`
    /// is in force.
    public static Guards anyHost() {
        return new Guards(true, Optional.empty());
    }

    /// Why the request does not get through; nothing when it does. Looked at in this order: Host, Origin,
    /// token, content type.
    public Optional<Problem> refuse(Request request) {
        return host(request.headers())
                .or(() -> origin(request.headers()))
                .or(() -> bearer(request.headers()))
                .or(() -> contentType(request));
    }

    /// The same for a page that people see in a browser, which can neither send a token nor JSON: only Host and
    /// Origin are looked at.
    public Optional<Problem> refusePage(Request request) {
        return host(request.headers()).or(() -> origin(request.headers()));
    }

    /// The same for the console, which shows more than a page that proves its visitors by itself: where a token is in
    /// force it is needed, as Bearer or, as a browser asks a person for it, as the password of Basic.
    public Optional<Problem> refuseConsole(Request request) {
        return refusePage(request)
                .or(() -> token.filter(wanted -> !password(request.headers(), wanted))
                        .flatMap(wanted -> bearer(request.headers()))
                        .map(Guards::asking));
    }

    private static boolean password(Headers headers, Secret wanted) {
        return only(headers, "Authorization")
                .filter(authorization -> authorization.regionMatches(true, 0, BASIC, 0, BASIC.length()))
                .flatMap(authorization ->
                        decoded(authorization.substring(BASIC.length()).strip()))
                .filter(pair -> pair.indexOf(':') >= 0)
                .filter(pair -> wanted.matches(Secret.of(pair.substring(pair.indexOf(':') + 1))))
                .isPresent();
    }

    private static Optional<String> decoded(String base64) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private static Problem asking(Problem problem) {
        return new Problem(
                problem.status(),
                problem.title(),
                "the console needs the token that --dev-token was given, as the password; any name will do",
                List.of(Map.entry("WWW-Authenticate", "Basic realm=\"Countersign dev\", charset=\"UTF-8\"")));
    }

    private Optional<Problem> host(Headers headers) {
        if (anyHost) {
            return Optional.empty();
        }
        Optional<String> name = only(headers, "Host").flatMap(Guards::authority).map(Authority::name);
        if (name.isPresent() && LOOPBACK.contains(name.get())) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(
                403,
                "Host not allowed",
                "without a token this answers only to the Hosts 127.0.0.1, localhost and [::1]; for another one start"
                        + " with --bind and --dev-token"));
    }

    private Optional<Problem> origin(Headers headers) {
        List<String> origins = headers.all("Origin");
        if (origins.isEmpty() || (origins.size() == 1 && own(origins.getFirst(), headers))) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(
                403, "Origin not allowed", "only pages of this very server may call it; other Origins are refused"));
    }

    private static boolean own(String origin, Headers headers) {
        String written = origin.toLowerCase(Locale.ROOT);
        String scheme = written.startsWith("https://") ? "https://" : "http://";
        if (!written.startsWith(scheme)) {
            return false;
        }
        String port = scheme.equals("https://") ? "443" : "80";
        Optional<Authority> from = authority(written.substring(scheme.length())).map(one -> one.orPort(port));
        Optional<Authority> here =
                only(headers, "Host").flatMap(Guards::authority).map(one -> one.orPort(port));
        return from.isPresent() && from.equals(here);
    }

    private Optional<Problem> bearer(Headers headers) {
        if (token.isEmpty()
                || only(headers, "Authorization").filter(this::holdsToken).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                401,
                "Token needed",
                "send the token that --dev-token was given, as \"Authorization: Bearer <token>\"",
                List.of(Map.entry("WWW-Authenticate", "Bearer"))));
    }

    private boolean holdsToken(String authorization) {
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && token.filter(wanted -> wanted.matches(Secret.of(
                                authorization.substring(BEARER.length()).strip())))
                        .isPresent();
    }

    private static Optional<Problem> contentType(Request request) {
        // A browser never sends DELETE elsewhere without asking first, so one without a body needs no type.
        boolean bareDelete = request.method().equals("DELETE")
                && request.body().length() == 0
                && request.headers().all("Content-Type").isEmpty();
        if (READING.contains(request.method()) || bareDelete) {
            return Optional.empty();
        }
        if (only(request.headers(), "Content-Type")
                .filter(type ->
                        JSON.matcher(type.strip().toLowerCase(Locale.ROOT)).matches())
                .isPresent()) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(
                415,
                "Content type not allowed",
                "a write needs the header \"Content-Type: application/json\", also when its body is empty"));
    }

    private static Optional<String> only(Headers headers, String name) {
        List<String> values = headers.all(name);
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    private static Optional<Authority> authority(String written) {
        Matcher matcher = AUTHORITY.matcher(written.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Authority(matcher.group(1), Optional.ofNullable(matcher.group(2))));
    }

    /// A name with its port.
    private record Authority(String name, Optional<String> port) {
        Authority orPort(String usual) {
            return new Authority(name, port.or(() -> Optional.of(usual)));
        }
    }
}
