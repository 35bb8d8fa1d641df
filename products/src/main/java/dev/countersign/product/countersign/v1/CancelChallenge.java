package dev.countersign.product.countersign.v1;

import dev.countersign.challenge.Challenges;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.ChallengeRefusal;

/// `POST /v1/challenges/{id}/cancel`: gives a challenge up.
public final class CancelChallenge implements Action<CancelChallenge.Request, ChallengeView> {
    /// Its parameters.
    public record Request(
            @Field(
                    doc = "The challenge's id.",
                    example = "7f0c3b1e-6c1d-4b5a-9a55-0f6a3c0d9e21",
                    pattern = GetVerification.UUID,
                    whenMalformed = GetChallenge.UNKNOWN,
                    inPath = true)
            String id) {}

    static final ActionSpec<Request, ChallengeView> SPEC = ActionSpec.action(
                    "CancelChallenge", Request.class, ChallengeView.class)
            .summary("Gives a challenge up.")
            .perSecond(100)
            .route("POST", "/v1/challenges/{id}/cancel", 200, V1Challenges.SCOPE)
            .refuses(ChallengeRefusal.ChallengeUnknown.class, 404, GetChallenge.UNKNOWN, GetChallenge.UNKNOWN_TEXT)
            .refuses(ChallengeRefusal.ChallengeEnded.class, 422, "challenge-ended", "The challenge has ended already.")
            .build();

    private final Challenges challenges;

    CancelChallenge(Challenges challenges) {
        this.challenges = challenges;
    }

    @Override
    public ActionSpec<Request, ChallengeView> spec() {
        return SPEC;
    }

    @Override
    public ChallengeView perform(Context context, Request request) {
        return ChallengeView.of(challenges.cancel(context.caller(), request.id(), context.idempotency()), challenges);
    }
}
