package dev.countersign.gateway.dialect.tencent;

import dev.countersign.gateway.codec.Form.Pair;
import dev.countersign.gateway.codec.Hashes;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Signature version 1: an HMAC-SHA1, or HMAC-SHA256, over the method, the host and all sorted parameters.
public final class LegacySignature implements Explained {
    private static final Comparator<Pair> BY_NAME =
            Comparator.comparing(pair -> pair.name().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final String method;
    private final String host;
    private final List<Pair> sorted;
    private final String algorithm;
    private final String given;
    private final boolean echo;

    /// @param method in upper case
    /// @param host the header as received
    /// @param parameters all of them, decoded
    /// @param echo whether a refusal carries what the server signed
    LegacySignature(String method, String host, List<Pair> parameters, boolean echo) {
        this.method = method;
        this.host = host;
        this.sorted = parameters.stream()
                .filter(pair -> !pair.name().equals("Signature"))
                .sorted(BY_NAME)
                .toList();
        // The Ruby SDK leaves a line feed behind the signature.
        this.given = value(parameters, "Signature").strip();
        // Anything but this one word is the default.
        this.algorithm = value(parameters, "SignatureMethod").equals("HmacSHA256") ? "HmacSHA256" : "HmacSHA1";
        this.echo = echo;
    }

    private static String value(List<Pair> parameters, String name) {
        return parameters.stream()
                .filter(pair -> pair.name().equals(name))
                .map(Pair::value)
                .findFirst()
                .orElse("");
    }

    @Override
    public boolean echo() {
        return echo;
    }

    @Override
    public Explanation explain(Secret secret) {
        Bytes key = Bytes.utf8(secret.reveal());
        return stringsToSign()
                .map(string -> explain(string, key))
                .filter(Explanation::fits)
                .findFirst()
                .orElseGet(() -> explain(stringsToSign().findFirst().orElseThrow(), key));
    }

    /// One for each form of the host, with names as they are and as the Java and Python SDKs sign them.
    private Stream<String> stringsToSign() {
        Stream<UnaryOperator<String>> namings = Stream.of(name -> name, name -> name.replace('_', '.'));
        List<String> joined = namings.map(naming -> joined(naming)).distinct().toList();
        return Stream.concat(Stream.of(host), Hosts.otherwise(host).stream())
                .flatMap(form -> joined.stream().map(parameters -> method + form + "/?" + parameters));
    }

    private String joined(UnaryOperator<String> naming) {
        return sorted.stream()
                .map(pair -> naming.apply(pair.name()) + "=" + pair.value())
                .collect(Collectors.joining("&"));
    }

    private Explanation explain(String stringToSign, Bytes key) {
        return new Explanation(
                algorithm,
                "",
                stringToSign,
                Map.of(),
                Hashes.hmac(algorithm, key, stringToSign).toBase64(),
                given,
                Optional.empty());
    }
}
