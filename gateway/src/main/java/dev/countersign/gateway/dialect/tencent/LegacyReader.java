package dev.countersign.gateway.dialect.tencent;

import dev.countersign.gateway.codec.Flat;
import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.codec.Form.Pair;
import dev.countersign.gateway.dialect.Call;
import dev.countersign.gateway.dialect.Claim;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Value;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Malformation;
import dev.countersign.refusal.Refused;
import dev.countersign.value.Bytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads calls in signature version 1: everything is a parameter, in the query, in a form body, or in both.
final class LegacyReader {
    private final TencentOptions options;

    LegacyReader(TencentOptions options) {
        this.options = options;
    }

    /// @param method in upper case
    /// @throws Refused with a [CallRefusal]: of size, then of form, then of common parameters
    Call read(String method, Request request) {
        List<Pair> pairs = pairs(method, request);
        Value.Fields parameters = Flat.tree(pairs);
        // The timestamp comes first: it is what the vendor names for a request without any parameter.
        String timestamp = required(parameters, "Timestamp");
        String action = required(parameters, "Action");
        String version = required(parameters, "Version");
        String nonce = required(parameters, "Nonce");
        String keyId = required(parameters, "SecretId");
        required(parameters, "Signature");
        Instant signedAt = CommonParameters.timestamp("Timestamp", timestamp);
        CommonParameters.requireNonce(nonce);
        CommonParameters.requireLanguage("Language", given(parameters, "Language"));
        String host = request.headers().first("host").orElse("");
        return new Call(
                new Call.Target(TencentDialect.NAME, action, version, Hosts.firstLabel(host)),
                new Claim.Signed(
                        keyId,
                        signedAt,
                        CommonParameters.WINDOW,
                        given(parameters, "Token"),
                        new LegacySignature(method, host, pairs, options.echo())),
                parameters,
                CommonParameters.NAMES,
                request.source(),
                Recognition.manner(request),
                Optional.empty());
    }

    private static List<Pair> pairs(String method, Request request) {
        Sizes.requireQuery(request);
        List<Pair> pairs = new ArrayList<>(0);
        if (method.equals("POST")) {
            Sizes.requireForm(request);
            pairs.addAll(form(request));
        }
        List<Pair> query = Form.read(request.query());
        if (pairs.isEmpty()) {
            return query;
        }
        Set<String> names = pairs.stream().map(Pair::name).collect(Collectors.toSet());
        query.stream().filter(pair -> names.contains(pair.name())).findFirst().ifPresent(pair -> {
            throw new Refused(new CallRefusal.Malformed(Malformation.REPEATED, pair.name()));
        });
        pairs.addAll(query);
        return pairs;
    }

    /// A body that this version does not sign must not be read.
    private static List<Pair> form(Request request) {
        Bytes body = request.body();
        String contentType = Recognition.contentType(request);
        if (body.length() > 0 && !contentType.equals(Recognition.FORM)) {
            throw new Refused(new CallRefusal.Malformed(Malformation.CONTENT_TYPE, contentType));
        }
        return Form.read(body);
    }

    private static String required(Value.Fields parameters, String name) {
        return given(parameters, name).orElseThrow(() -> new Refused(new CallRefusal.CommonMissing(name, false)));
    }

    private static Optional<String> given(Value.Fields parameters, String name) {
        return parameters.fields().get(name) instanceof Value.Text text
                        && !text.text().isEmpty()
                ? Optional.of(text.text())
                : Optional.empty();
    }
}
