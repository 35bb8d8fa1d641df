package dev.countersign.product.countersign.v1;

import dev.countersign.challenge.Challenges;
import dev.countersign.gateway.action.Action;
import dev.countersign.proof.Proofs;
import java.util.List;

/// The part of our own API that is about challenges and what they are worth. Every POST of it replays its first
/// answer for 24 hours to a repeated `Idempotency-Key`.
public final class V1Challenges {
    /// What a bearer key must be allowed to.
    static final String SCOPE = "challenges";

    private V1Challenges() {}

    /// The actions, wired.
    ///
    /// @param challenges opens, reads and cancels
    /// @param proofs exchanges and redeems
    public static List<Action<?, ?>> actions(Challenges challenges, Proofs proofs) {
        return List.of(
                new OpenChallenge(challenges),
                new GetChallenge(challenges),
                new CancelChallenge(challenges),
                new IssueProof(proofs),
                new RedeemProof(proofs));
    }
}
