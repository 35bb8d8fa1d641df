package dev.countersign.gateway.dialect.alibaba;

import dev.countersign.gateway.codec.Flat;
import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.codec.Form.Pair;
import dev.countersign.gateway.codec.Hashes;
import dev.countersign.gateway.signing.Outgoing;
import dev.countersign.gateway.signing.Signed;
import dev.countersign.gateway.signing.Signed.Kind;
import dev.countersign.gateway.signing.Signed.Step;
import dev.countersign.gateway.signing.Signer;
import dev.countersign.gateway.signing.SigningKey;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.value.Bytes;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Signs in version 3: host, content type and every `x-acs-` header. What is signed is worked out by the verifier.
public final class Acs3Signer implements Signer {
    @Override
    public Signed sign(Outgoing call, SigningKey key) {
        List<Pair> pairs = Flat.pairs(call.parameters(), 1);
        Bytes body = call.reads() ? Bytes.none() : Bytes.utf8(Form.write(pairs));
        String hash = Hashes.sha256(body);
        List<Map.Entry<String, String>> sent = new ArrayList<>(List.of(
                Map.entry("Host", call.to().host()),
                Map.entry("x-acs-action", call.asked().action()),
                Map.entry("x-acs-version", call.asked().version()),
                Map.entry("x-acs-date", date(call)),
                Map.entry("x-acs-signature-nonce", call.moment().nonce()),
                Map.entry("x-acs-content-sha256", hash)));
        key.token().ifPresent(token -> sent.add(Map.entry("x-acs-security-token", token)));
        if (!call.reads()) {
            sent.add(Map.entry("Content-Type", Recognition.FORM));
        }
        Headers.Builder headers = new Headers.Builder();
        sent.forEach(header -> headers.add(header.getKey(), header.getValue()));
        List<String> names = sent.stream()
                .map(header -> header.getKey().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
        Worked worked = new Acs3Signature(
                        new Acs3Signature.Signed(
                                call.to().method(), call.reads() ? pairs : List.of(), headers.build(), hash, hash),
                        new Authorization(key.id(), names, ""),
                        true)
                .work(key.secret());
        String authorization = Authorization.ALGORITHM + " Credential=" + key.id() + ",SignedHeaders="
                + String.join(";", names) + ",Signature=" + worked.expected();
        sent.add(Map.entry("Authorization", authorization));
        String query = call.reads() ? Form.write(pairs) : "";
        return new Signed(
                call.to().method(),
                query.isEmpty() ? "/" : "/?" + query,
                sent,
                body,
                List.of(
                        new Step(Kind.CANONICAL_REQUEST, "CanonicalRequest", worked.canonical()),
                        new Step(Kind.STRING_TO_SIGN, "StringToSign", worked.stringToSign()),
                        new Step(Kind.SIGNATURE, "Signature", worked.expected()),
                        new Step(Kind.CARRIED, "Authorization", authorization)));
    }

    /// As both versions write it.
    static String date(Outgoing call) {
        return call.moment().at().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
