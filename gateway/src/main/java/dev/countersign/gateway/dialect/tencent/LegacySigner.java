package dev.countersign.gateway.dialect.tencent;

import dev.countersign.gateway.codec.Flat;
import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.codec.Form.Pair;
import dev.countersign.gateway.signing.Outgoing;
import dev.countersign.gateway.signing.Signed;
import dev.countersign.gateway.signing.Signer;
import dev.countersign.gateway.signing.SigningKey;
import dev.countersign.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Signs in version 1: everything is a parameter. What is signed is worked out by the verifier.
public final class LegacySigner implements Signer {
    /// What a call without `SignatureMethod` is signed with.
    private static final String DEFAULT = "HmacSHA1";

    private final String algorithm;

    /// @param algorithm `HmacSHA1` or `HmacSHA256`
    public LegacySigner(String algorithm) {
        this.algorithm = algorithm;
    }

    @Override
    public Signed sign(Outgoing call, SigningKey key) {
        List<Pair> pairs = new ArrayList<>(List.of(
                new Pair("Action", call.asked().action()),
                new Pair("Version", call.asked().version()),
                new Pair("Timestamp", Long.toString(call.moment().at().getEpochSecond())),
                new Pair("Nonce", call.moment().nonce()),
                new Pair("SecretId", key.id())));
        if (!algorithm.equals(DEFAULT)) {
            pairs.add(new Pair("SignatureMethod", algorithm));
        }
        key.token().ifPresent(token -> pairs.add(new Pair("Token", token)));
        pairs.addAll(Flat.pairs(call.parameters()));
        Explanation worked =
                new LegacySignature(call.to().method(), call.to().host(), pairs, true).explain(key.secret());
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
                Tc3Signer.steps(worked, "Signature", Form.write(List.of(signature))));
    }
}
