package dev.countersign.server.console;

import dev.countersign.gateway.client.Scheme;
import dev.countersign.gateway.signing.Outgoing;
import dev.countersign.gateway.signing.Signed;
import dev.countersign.gateway.signing.SigningKey;
import dev.countersign.gateway.wire.Value;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Answer;
import dev.countersign.value.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Signs calls as clients do, well or badly.
///
/// @param client sends them
/// @param host where to
record Signing(DevClient client, String host) {
    /// A call that can be changed before it is signed.
    record Wish(
            Scheme scheme,
            String method,
            DevClient.Key key,
            Outgoing.Asked asked,
            Instant at,
            String nonce,
            Map<String, String> parameters) {
        Wish key(DevClient.Key other) {
            return new Wish(scheme, method, other, asked, at, nonce, parameters);
        }

        Wish at(Instant other) {
            return new Wish(scheme, method, key, asked, other, nonce, parameters);
        }

        Wish action(String action, String version) {
            return new Wish(
                    scheme, method, key, new Outgoing.Asked(action, version, asked.service()), at, nonce, parameters);
        }

        Wish nonce(String other) {
            return new Wish(scheme, method, key, asked, at, other, parameters);
        }

        Wish with(String... namesAndValues) {
            Map<String, String> changed = new LinkedHashMap<>();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                changed.put(namesAndValues[i], namesAndValues[i + 1]);
            }
            return new Wish(scheme, method, key, asked, at, nonce, changed);
        }
    }

    Signed sign(Wish wish) {
        Map<String, Value> parameters = new LinkedHashMap<>();
        wish.parameters().forEach((name, value) -> parameters.put(name, Value.text(value)));
        return wish.scheme()
                .signer()
                .sign(
                        new Outgoing(
                                new Outgoing.Address(wish.method(), host, "/"),
                                wish.asked(),
                                new Value.Fields(parameters),
                                new Outgoing.Moment(wish.at(), wish.nonce())),
                        new SigningKey(
                                wish.key().id(),
                                Secret.of(wish.key().secret()),
                                Optional.of(wish.key().token()).filter(token -> !token.isEmpty())));
    }

    Answer send(Signed call) {
        return send(call.method(), call.target(), call.body().toUtf8(), call);
    }

    Answer send(String method, String target, String body, Signed call) {
        List<String> headers = new ArrayList<>();
        call.headers().stream()
                .filter(header -> !header.getKey().equalsIgnoreCase("Host"))
                .forEach(header -> headers.addAll(List.of(header.getKey(), header.getValue())));
        return client.send(method, target, body, headers.toArray(String[]::new));
    }

    Answer send(Wish wish) {
        return send(sign(wish));
    }

    /// As it goes over the wire.
    static String written(Signed call, String body) {
        StringBuilder text = new StringBuilder(call.method() + " " + call.target() + " HTTP/1.1\n");
        call.headers().forEach(header -> text.append(header.getKey() + ": " + header.getValue() + "\n"));
        return text.append('\n').append(body).toString();
    }

    /// As a browser copies it.
    static String curl(Signed call, String host, String body) {
        StringBuilder text = new StringBuilder("curl 'http://" + host + call.target() + "'");
        call.headers().stream()
                .filter(header -> !header.getKey().equals("Host"))
                .forEach(header -> text.append(" \\\n  -H '" + header.getKey() + ": " + header.getValue() + "'"));
        return body.isEmpty()
                ? text.toString()
                : text.append(" \\\n  --data-raw '" + body + "'").toString();
    }
}
