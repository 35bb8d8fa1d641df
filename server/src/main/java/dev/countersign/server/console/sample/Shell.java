package dev.countersign.server.console.sample;

import dev.countersign.gateway.client.Scheme;
import dev.countersign.gateway.codec.Flat;
import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.codec.Form.Pair;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The parameters that version 1 of either cloud signs, as words of a shell script: sorted here, since a shell sorts
/// names together with values. What changes from call to call is a variable of the script.
final class Shell {
    private static final Comparator<Pair> BY_NAME =
            Comparator.comparing(pair -> pair.name().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private Shell() {}

    static boolean isFirstVersion(Scheme scheme) {
        return switch (scheme) {
            case TENCENT_V1_SHA1, TENCENT_V1_SHA256, ALIBABA_V1 -> true;
            case TC3, ACS3, BEARER -> false;
        };
    }

    /// By the bytes of their names.
    static List<Pair> sorted(List<Pair> pairs) {
        return pairs.stream().sorted(BY_NAME).toList();
    }

    /// The words, each a name and its value; encoded for the cloud that signs them so.
    static List<String> signed(Wanted wanted) {
        boolean alibaba = wanted.scheme() == Scheme.ALIBABA_V1;
        List<Pair> variables = alibaba
                ? List.of(
                        new Pair("AccessKeyId", "$ALIBABA_CLOUD_ACCESS_KEY_ID"),
                        new Pair("SignatureNonce", "$nonce"),
                        new Pair("Timestamp", "$now"))
                : List.of(
                        new Pair("SecretId", "$TENCENTCLOUD_SECRET_ID"),
                        new Pair("Nonce", "$nonce"),
                        new Pair("Timestamp", "$now"));
        List<Pair> all = new ArrayList<>(variables);
        all.addAll(constant(wanted, alibaba));
        all.addAll(Flat.pairs(wanted.call().parameters(), alibaba ? 1 : 0));
        return sorted(all).stream()
                .map(pair -> variables.contains(pair)
                        ? "\"" + pair.name() + "=" + pair.value() + "\""
                        : Tongue.CURL.quoted(alibaba ? Form.write(List.of(pair)) : pair.name() + "=" + pair.value()))
                .toList();
    }

    private static List<Pair> constant(Wanted wanted, boolean alibaba) {
        List<Pair> pairs = new ArrayList<>(List.of(
                new Pair("Action", wanted.call().asked().action()),
                new Pair("Version", wanted.call().asked().version())));
        if (wanted.scheme() != Scheme.TENCENT_V1_SHA1) {
            pairs.add(new Pair("SignatureMethod", wanted.scheme().algorithm()));
        }
        if (alibaba) {
            pairs.add(new Pair("SignatureVersion", "1.0"));
            pairs.add(new Pair("Format", "JSON"));
        }
        return pairs;
    }
}
