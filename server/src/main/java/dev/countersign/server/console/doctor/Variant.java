package dev.countersign.server.console.doctor;

import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a client may have signed in place of what it sent: the usual slips.
///
/// @param word the slip, as in the words `suspicion.<word>`
/// @param part what it is about; empty for nothing more
/// @param request what was signed
/// @param secret what it was signed with
record Variant(String word, String part, Request request, Secret secret) {
    private static final String LINE = "\n";

    /// An HMAC fills its key up with zeros, and Java's takes no empty one.
    private static final String NOTHING = "\0";

    /// Those of a request, the likeliest first.
    static List<Variant> of(Request sent, Secret secret) {
        List<Variant> variants = new ArrayList<>();
        String plain = secret.reveal();
        for (String other : List.of(plain + LINE, plain + " ", " " + plain)) {
            variants.add(new Variant("blank", "", sent, Secret.of(other)));
        }
        variants.add(new Variant("empty", "", sent, Secret.of(NOTHING)));
        String host = sent.headers().first("Host").orElse("");
        String bare = host.replaceFirst(":[0-9]+$", "");
        for (String other : List.of(bare, bare + ":80", bare + ":443", "localhost", "127.0.0.1")) {
            if (!other.equals(host)) {
                variants.add(new Variant("host", other, with(sent, "Host", other), secret));
            }
        }
        String body = sent.body().toUtf8();
        for (String other : List.of(body + LINE, body.stripTrailing(), "", "{}")) {
            if (!other.equals(body)) {
                variants.add(new Variant("body", "", with(sent, Bytes.utf8(other)), secret));
            }
        }
        String sorted = Arrays.stream(sent.query().split("&", -1)).sorted().collect(Collectors.joining("&"));
        for (String other :
                List.of(sorted, sent.query().replace("+", "%20"), sent.query().replace("%20", "+"), "")) {
            if (!other.equals(sent.query())) {
                variants.add(new Variant("query", "", query(sent, other), secret));
            }
        }
        for (String other :
                List.of("application/json", "application/json; charset=utf-8", "application/x-www-form-urlencoded")) {
            if (!other.equals(sent.headers().first("Content-Type").orElse(""))) {
                variants.add(new Variant("type", other, with(sent, "Content-Type", other), secret));
            }
        }
        String method = sent.method().toUpperCase(Locale.ROOT).equals("GET") ? "POST" : "GET";
        variants.add(new Variant("method", method, method(sent, method), secret));
        return variants;
    }

    private static Request with(Request sent, String name, String value) {
        Headers.Builder headers = new Headers.Builder();
        for (String one : sent.headers().names()) {
            if (!one.equalsIgnoreCase(name)) {
                sent.headers().all(one).forEach(each -> headers.add(one, each));
            }
        }
        headers.add(name, value);
        return new Request(
                sent.method(), sent.path(), sent.query(), headers.build(), sent.body(), sent.source(), false);
    }

    private static Request with(Request sent, Bytes body) {
        return new Request(sent.method(), sent.path(), sent.query(), sent.headers(), body, sent.source(), false);
    }

    private static Request query(Request sent, String query) {
        return new Request(sent.method(), sent.path(), query, sent.headers(), sent.body(), sent.source(), false);
    }

    private static Request method(Request sent, String method) {
        return new Request(method, sent.path(), sent.query(), sent.headers(), sent.body(), sent.source(), false);
    }
}
