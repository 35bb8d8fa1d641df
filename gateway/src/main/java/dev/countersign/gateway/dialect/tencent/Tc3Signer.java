package dev.countersign.gateway.dialect.tencent;

import dev.countersign.gateway.codec.Flat;
import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.codec.Hashes;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.signing.Outgoing;
import dev.countersign.gateway.signing.Signed;
import dev.countersign.gateway.signing.Signed.Kind;
import dev.countersign.gateway.signing.Signed.Step;
import dev.countersign.gateway.signing.Signer;
import dev.countersign.gateway.signing.SigningKey;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.value.Bytes;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Signs in version 3, as the SDKs do: content type and host are the signed headers. What is signed is worked out by
/// the verifier.
public final class Tc3Signer implements Signer {
    private static final List<String> SIGNED = List.of("content-type", "host");

    @Override
    public Signed sign(Outgoing call, SigningKey key) {
        String query = call.reads() ? Form.write(Flat.pairs(call.parameters())) : "";
        Bytes body = call.reads() ? Bytes.none() : Json.write(call.parameters());
        String timestamp = Long.toString(call.moment().at().getEpochSecond());
        List<Map.Entry<String, String>> sent = new ArrayList<>(List.of(
                Map.entry("Host", call.to().host()),
                Map.entry("Content-Type", call.reads() ? Recognition.FORM : Recognition.JSON),
                Map.entry("X-TC-Action", call.asked().action()),
                Map.entry("X-TC-Version", call.asked().version()),
                Map.entry("X-TC-Timestamp", timestamp)));
        key.token().ifPresent(token -> sent.add(Map.entry("X-TC-Token", token)));
        Authorization unsigned = new Authorization(
                key.id(),
                call.moment().at().atOffset(ZoneOffset.UTC).toLocalDate().toString(),
                call.asked().service(),
                SIGNED,
                "");
        Explanation worked = new Tc3Signature(
                        new Tc3Signature.Signed(
                                call.to().method(), query, headers(sent), Hashes.sha256(body), timestamp),
                        unsigned,
                        new SigningKeys(),
                        true)
                .explain(key.secret());
        String authorization = written(unsigned, worked.expected());
        sent.add(Map.entry("Authorization", authorization));
        return new Signed(
                call.to().method(),
                query.isEmpty() ? "/" : "/?" + query,
                sent,
                body,
                steps(worked, "Authorization", authorization));
    }

    private static Headers headers(List<Map.Entry<String, String>> sent) {
        Headers.Builder headers = new Headers.Builder();
        sent.forEach(header -> headers.add(header.getKey(), header.getValue()));
        return headers.build();
    }

    private static String written(Authorization unsigned, String signature) {
        return Authorization.ALGORITHM + " Credential=" + unsigned.keyId() + "/" + unsigned.date() + "/"
                + unsigned.service() + "/" + Authorization.TERMINATOR + ", SignedHeaders="
                + String.join(";", unsigned.signedHeaders()) + ", Signature=" + signature;
    }

    /// What the verifier worked out, as steps.
    static List<Step> steps(Explanation worked, String carrier, String carried) {
        List<Step> steps = new ArrayList<>();
        if (!worked.canonicalRequest().isEmpty()) {
            steps.add(new Step(Kind.CANONICAL_REQUEST, "CanonicalRequest", worked.canonicalRequest()));
        }
        steps.add(new Step(Kind.STRING_TO_SIGN, "StringToSign", worked.stringToSign()));
        worked.keys().forEach((name, hex) -> steps.add(new Step(Kind.DERIVED_KEY, name, hex)));
        steps.add(new Step(Kind.SIGNATURE, "Signature", worked.expected()));
        steps.add(new Step(Kind.CARRIED, carrier, carried));
        return steps;
    }
}
