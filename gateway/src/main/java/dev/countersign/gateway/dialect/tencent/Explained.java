package dev.countersign.gateway.dialect.tencent;

import dev.countersign.gateway.dialect.Claim;
import dev.countersign.gateway.signing.Reckoning;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.value.Secret;
import java.util.Optional;

/// A signature whose check is its explanation: there is one way of working it out, for callers and for
/// developers.
public sealed interface Explained extends Claim.Signature permits Tc3Signature, LegacySignature {
    /// Works the signature out. Where a client may have signed one of several forms, it is the form that fits,
    /// or the likeliest when none does.
    Explanation explain(Secret secret);

    /// Whether a refusal carries what the server signed.
    boolean echo();

    @Override
    default void verify(Secret secret) {
        Explanation explanation = explain(secret);
        if (!explanation.fits()) {
            throw new Refused(
                    echo()
                            ? new CallRefusal.NotAuthentic(
                                    Optional.of(explanation.echo()),
                                    Optional.of(new CallRefusal.Basis(
                                            explanation.canonicalRequest(), explanation.stringToSign())))
                            : new CallRefusal.NotAuthentic(Optional.empty()));
        }
    }

    @Override
    default Optional<Reckoning> reckon(Secret secret) {
        Explanation explanation = explain(secret);
        return Optional.of(new Reckoning(
                explanation.scheme(),
                explanation.canonicalRequest(),
                explanation.stringToSign(),
                new Reckoning.Match(explanation.expected(), explanation.given(), explanation.fits()),
                explanation.problem()));
    }
}
