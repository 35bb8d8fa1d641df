package dev.countersign.gateway.dialect.alibaba;

import dev.countersign.gateway.codec.Flat;
import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.codec.Form.Pair;
import dev.countersign.gateway.signing.Outgoing;
import dev.countersign.gateway.signing.Signed;
import dev.countersign.gateway.signing.Signed.Kind;
import dev.countersign.gateway.signing.Signed.Step;
import dev.countersign.gateway.signing.Signer;
import dev.countersign.gateway.signing.SigningKey;
import dev.countersign.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Signs in version 1: everything is a parameter. What is signed is worked out by the verifier.
public final class RpcSigner implements Signer {
    @Override
    public Signed sign(Outgoing call, SigningKey key) {
        List<Pair> pairs = new ArrayList<>(List.of(
                new Pair("Action", call.asked().action()),
                new Pair("Version", call.asked().version()),
                new Pair("Format", "JSON"),
                new Pair("AccessKeyId", key.id()),
                new Pair("SignatureMethod", RpcSignature.METHOD),
                new Pair("SignatureVersion", RpcSignature.VERSION),
                new Pair("SignatureNonce", call.moment().nonce()),
                new Pair("Timestamp", Acs3Signer.date(call))));
        key.token().ifPresent(token -> pairs.add(new Pair("SecurityToken", token)));
        // An empty parameter is signed in two ways; one that is not sent is signed in none.
        Flat.pairs(call.parameters(), 1).stream()
                .filter(pair -> !pair.value().isEmpty())
                .forEach(pairs::add);
        Worked worked = new RpcSignature(call.to().method(), pairs, "", true).work(pairs, key.secret());
        Pair signature = new Pair("Signature", worked.expected());
        pairs.add(signature);
        String form = Form.write(pairs);
        List<Map.Entry<String, String>> sent =
                new ArrayList<>(List.of(Map.entry("Host", call.to().host())));
        if (!call.reads()) {
            sent.add(Map.entry("Content-Type", Recognition.FORM));
        }
        return new Signed(
                call.to().method(),
                call.reads() ? "/?" + form : "/",
                sent,
                call.reads() ? Bytes.none() : Bytes.utf8(form),
                List.of(
                        new Step(Kind.CANONICAL_QUERY, "CanonicalizedQueryString", worked.canonical()),
                        new Step(Kind.STRING_TO_SIGN, "StringToSign", worked.stringToSign()),
                        new Step(Kind.SIGNATURE, "Signature", worked.expected()),
                        new Step(Kind.CARRIED, "Signature", Form.write(List.of(signature)))));
    }
}
