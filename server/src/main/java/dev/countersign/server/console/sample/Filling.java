package dev.countersign.server.console.sample;

import dev.countersign.gateway.client.Scheme;
import dev.countersign.gateway.codec.Flat;
import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.codec.Form.Pair;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.signing.Outgoing;
import dev.countersign.gateway.signing.Signed;
import dev.countersign.gateway.signing.SigningKey;
import dev.countersign.gateway.wire.Value;
import dev.countersign.value.Secret;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What stands in the gaps of a pattern, for one call in one language.
final class Filling {
    private final Tongue tongue;
    private final Wanted wanted;
    private final Signed plain;

    Filling(Tongue tongue, Wanted wanted) {
        this.tongue = tongue;
        this.wanted = wanted;
        // Our own API's path and body do not depend on the key.
        this.plain = Scheme.BEARER.signer().sign(wanted.call(), new SigningKey("", Secret.of(""), Optional.empty()));
    }

    /// Whether this sample is signed as wanted.
    boolean follows() {
        return Samples.follows(tongue, wanted.scheme(), wanted.call().reads());
    }

    /// Whether the call is of that kind.
    boolean is(String word) {
        return switch (word) {
            case "get" -> wanted.call().reads();
            case "post" -> !wanted.call().reads();
            case "json" -> wanted.scheme() == Scheme.TC3 && !wanted.call().reads();
            case "tc3" -> wanted.scheme() == Scheme.TC3;
            case "acs3" -> wanted.scheme() == Scheme.ACS3;
            case "sha1" -> wanted.scheme() == Scheme.TENCENT_V1_SHA1;
            case "v1" -> Shell.isFirstVersion(wanted.scheme());
            case "http" -> wanted.protocol().equals("http");
            case "https" -> wanted.protocol().equals("https");
            case "body" -> plain.body().length() > 0;
            case "some" -> !pairs().isEmpty();
            default -> throw new IllegalArgumentException("no such kind of call: " + word);
        };
    }

    /// A line of a pattern, filled; none where it is repeated for nothing.
    List<String> lines(String line) {
        if (line.contains("{{name}}") || line.contains("{{option}}")) {
            return pairs().stream()
                    .map(pair -> line.replace("{{name}}", tongue.quoted(pair.name()))
                            .replace("{{option}}", pair.name())
                            .replace("{{value}}", tongue.quoted(pair.value())))
                    .toList();
        }
        if (line.contains("{{sorted}}")) {
            return Shell.signed(wanted).stream()
                    .map(word -> line.replace("{{sorted}}", word))
                    .toList();
        }
        return List.of(filled(line));
    }

    private String filled(String line) {
        int open = line.indexOf("{{");
        int close = line.indexOf("}}", open + 1);
        return open < 0 || close < 0
                ? line
                : line.substring(0, open) + gap(line.substring(open + 2, close)) + filled(line.substring(close + 2));
    }

    private String gap(String name) {
        Outgoing call = wanted.call();
        return switch (name) {
            case "host" -> tongue.quoted(call.to().host());
            case "endpoint" -> tongue.quoted(endpoint());
            case "url" -> tongue.quoted(endpoint() + plain.target());
            case "protocol" -> wanted.protocol();
            case "PROTOCOL" -> wanted.protocol().toUpperCase(Locale.ROOT);
            case "method" -> tongue.quoted(call.to().method());
            case "action" -> tongue.quoted(call.asked().action());
            case "version" -> tongue.quoted(call.asked().version());
            case "service" -> tongue.quoted(call.asked().service());
            case "algorithm" -> tongue.quoted(wanted.scheme().algorithm());
            case "verb" -> call.to().method();
            case "json" -> tongue.document(Document.of(call.parameters()));
            case "body" -> tongue.document(Document.of(Json.read(plain.body(), "body")));
            case "line" -> tongue.quoted(Json.write(call.parameters()).toUtf8());
            case "form" -> tongue.quoted(Form.write(Shell.sorted(pairs())));
            default -> throw new IllegalArgumentException("no such gap: " + name);
        };
    }

    private String endpoint() {
        return wanted.protocol() + "://" + wanted.call().to().host();
    }

    /// The parameters, as flat as the wire or the tool wants them.
    private List<Pair> pairs() {
        Value.Fields parameters = wanted.call().parameters();
        if (tongue == Tongue.TCCLI) {
            return parameters.fields().entrySet().stream().map(Filling::whole).toList();
        }
        return Flat.pairs(parameters, wanted.dialect().equals("alibaba") ? 1 : 0);
    }

    private static Pair whole(Map.Entry<String, Value> parameter) {
        return new Pair(
                parameter.getKey(),
                parameter.getValue() instanceof Value.Text text
                        ? text.text()
                        : Json.write(parameter.getValue()).toUtf8());
    }
}
