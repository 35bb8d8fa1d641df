package dev.countersign.delivery.http;

import dev.countersign.delivery.http.HttpCarrierSettings.Body;
import dev.countersign.delivery.http.HttpCarrierSettings.Sent;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a request that configuration describes must look like.
final class SentRules {
    private static final Set<String> METHODS = Set.of("POST", "PUT", "GET");
    private static final Pattern ADDRESS =
            Pattern.compile("(https?://[\\x21-\\x7E&&[^/?#{}@]]+)([/?][\\x21-\\x7E&&[^#]]*)?");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,63}");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7E]*");

    /// What we write ourselves, or what would change how the request is framed.
    private static final Set<String> OURS =
            Set.of("host", "content-length", "connection", "transfer-encoding", "expect", "upgrade", "content-type");

    private SentRules() {}

    /// @throws IllegalArgumentException saying what is wrong
    static void check(String method, String address, Map<String, String> headers, Body body) {
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException("the method is POST, PUT or GET, not " + method);
        }
        boolean none = body instanceof Body.None;
        if (method.equals("GET") != none) {
            throw new IllegalArgumentException("a GET has no body, and the others have one");
        }
        parsed(target(address) + Phrase.of(path(address)).outline());
        headers.forEach(SentRules::header);
        Template.of(body);
    }

    /// @throws IllegalArgumentException for what is no header's name, and for headers that are ours to write
    static void checkName(String name) {
        if (!HEADER.matcher(name).matches() || OURS.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("no header that can be chosen: " + name);
        }
    }

    private static void header(String name, String value) {
        checkName(name);
        if (!HEADER_VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("a header's value is printable ASCII: " + name);
        }
        Phrase.of(value).placeholders().filter(open -> !open.tame()).findFirst().ifPresent(wild -> {
            throw new IllegalArgumentException("{" + wild.word() + "} can't stand in a header: " + name);
        });
    }

    /// Every text with placeholders.
    static Stream<Phrase> phrases(Sent sent) {
        return Stream.of(
                        Stream.of(Phrase.of(path(sent.address()))),
                        sent.headers().values().stream().map(Phrase::of),
                        Template.of(sent.body()).phrases())
                .flatMap(all -> all);
    }

    /// Scheme, host and port.
    ///
    /// @throws IllegalArgumentException when it is no address, or has a placeholder where it is decided who
    ///     is asked
    static URI target(String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "an address is http or https with a host, without user and fragment, and no placeholder before"
                            + " its path");
        }
        return parsed(parts.group(1));
    }

    /// An address without placeholders.
    ///
    /// @throws IllegalArgumentException when it is none
    static URI plain(String address) {
        target(address);
        return parsed(address);
    }

    /// What comes after host and port, with its placeholders.
    static String path(String address) {
        Matcher parts = ADDRESS.matcher(address);
        String path = parts.matches() && parts.group(2) != null ? parts.group(2) : "";
        return path.startsWith("/") ? path : "/" + path;
    }

    private static URI parsed(String text) {
        try {
            URI parsed = new URI(text);
            if (parsed.getHost() == null || parsed.getHost().isEmpty()) {
                throw new IllegalArgumentException("an address has a host");
            }
            return parsed;
        } catch (URISyntaxException broken) {
            throw new IllegalArgumentException("not an address", broken);
        }
    }
}
