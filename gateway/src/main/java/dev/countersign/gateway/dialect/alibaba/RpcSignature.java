package dev.countersign.gateway.dialect.alibaba;

import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.codec.Form.Pair;
import dev.countersign.gateway.codec.Hashes;
import dev.countersign.gateway.dialect.Claim;
import dev.countersign.gateway.signing.Reckoning;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.util.List;
import java.util.Optional;

/// Signature version 1, an HMAC-SHA1 over the method and all parameters of query and form together.
final class RpcSignature implements Claim.Signature {
    static final String METHOD = "HMAC-SHA1";
    static final String VERSION = "1.0";

    private final String method;
    private final List<Pair> parameters;
    private final String given;
    private final boolean echo;

    /// @param method in upper case
    /// @param parameters all of them, decoded
    /// @param given the signature that was sent
    /// @param echo whether a refusal carries what the server signed
    RpcSignature(String method, List<Pair> parameters, String given, boolean echo) {
        this.method = method;
        this.parameters = parameters.stream()
                .filter(pair -> !pair.name().equals("Signature"))
                .toList();
        this.given = given;
        this.echo = echo;
    }

    /// Most clients sign an empty parameter as `Name=`; the Java SDK leaves it out, but sends it.
    @Override
    public void verify(Secret secret) {
        Worked likeliest = likeliest(secret);
        if (!likeliest.fits(given)) {
            throw likeliest.refused(echo, " server string to sign is:" + likeliest.stringToSign());
        }
    }

    @Override
    public Optional<Reckoning> reckon(Secret secret) {
        return Optional.of(likeliest(secret).reckoned(METHOD, given, Optional.empty()));
    }

    private Worked likeliest(Secret secret) {
        Worked kept = work(parameters, secret);
        List<Pair> filled =
                parameters.stream().filter(pair -> !pair.value().isEmpty()).toList();
        if (kept.fits(given) || filled.size() == parameters.size()) {
            return kept;
        }
        Worked without = work(filled, secret);
        return without.fits(given) ? without : kept;
    }

    /// Steps 1 and 2: the parameters as one text, encoded a second time behind method and path. Step 3: sign it with
    /// the secret and an ampersand.
    Worked work(List<Pair> signed, Secret secret) {
        String canonical = Canonical.of(signed);
        String stringToSign = method + "&%2F&" + Form.encoded(canonical);
        String signature = Hashes.hmac("HmacSHA1", Bytes.utf8(secret.reveal() + "&"), stringToSign)
                .toBase64();
        return new Worked(signature, canonical, stringToSign);
    }
}
