package dev.countersign.server.console;

import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.refusal.Refused;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a request asks of the console, read and not believed. What can't be read counts as nothing.
///
/// @param room the first segment behind `/console`, decoded; empty for none
/// @param path the segments behind that
/// @param sent what a form carried, or else the query
/// @param headers the headers
record Wish(String room, List<String> path, Map<String, String> sent, Headers headers) {
    private static final int LONGEST = 256 * 1024;
    private static final String TYPE = "application/x-www-form-urlencoded";

    static Wish of(Request request) {
        List<String> segments = segments(request.path());
        return new Wish(
                segments.isEmpty() ? "" : segments.getFirst(),
                segments.isEmpty() ? List.of() : segments.subList(1, segments.size()),
                request.method().equals("POST") ? form(request) : query(request.query()),
                request.headers());
    }

    private static List<String> segments(String path) {
        return Stream.of(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .skip(1)
                .map(Wish::decoded)
                .toList();
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return segment;
        }
    }

    private static Map<String, String> form(Request request) {
        List<String> types = request.headers().all("Content-Type");
        boolean form = types.size() == 1
                && types.getFirst()
                        .split(";", 2)[0]
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .equals(TYPE);
        return form && !request.oversized() && request.body().length() <= LONGEST
                ? query(new String(request.body().toArray(), StandardCharsets.ISO_8859_1))
                : Map.of();
    }

    private static Map<String, String> query(String query) {
        if (query.isEmpty() || query.length() > LONGEST) {
            return Map.of();
        }
        try {
            return Form.read(query).stream().collect(Collectors.toUnmodifiableMap(Form.Pair::name, Form.Pair::value));
        } catch (Refused malformed) {
            return Map.of();
        }
    }

    /// Whether a form was sent by a page of this very server: browsers say so with every form.
    boolean fromHere() {
        List<String> origins = headers.all("Origin");
        List<String> hosts = headers.all("Host");
        return origins.size() == 1
                && hosts.size() == 1
                && origins.getFirst()
                        .toLowerCase(Locale.ROOT)
                        .matches("https?://" + Pattern.quote(hosts.getFirst().toLowerCase(Locale.ROOT)));
    }

    /// The value of a cookie; empty for none.
    String cookie(String name) {
        return headers.all("Cookie").stream()
                .flatMap(header -> Stream.of(header.split(";")))
                .map(String::strip)
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst()
                .orElse("");
    }
}
