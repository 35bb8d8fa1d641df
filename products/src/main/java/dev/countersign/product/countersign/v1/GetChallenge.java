package dev.countersign.product.countersign.v1;

import dev.countersign.challenge.Challenges;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.ChallengeRefusal;
import dev.countersign.refusal.Refused;

/// `GET /v1/challenges/{id}`: where a challenge stands.
public final class GetChallenge implements Action<GetChallenge.Request, ChallengeView> {
    static final String UNKNOWN = "challenge-unknown";
    static final String UNKNOWN_TEXT = "There is no such challenge.";

    /// Its parameters.
    public record Request(
            @Field(
                    doc = "The challenge's id.",
                    example = "7f0c3b1e-6c1d-4b5a-9a55-0f6a3c0d9e21",
                    pattern = GetVerification.UUID,
                    whenMalformed = UNKNOWN,
                    inPath = true)
            String id) {}

    static final ActionSpec<Request, ChallengeView> SPEC = ActionSpec.action(
                    "GetChallenge", Request.class, ChallengeView.class)
            .summary("Tells where a challenge stands.")
            .perSecond(100)
            .route("GET", "/v1/challenges/{id}", 200, V1Challenges.SCOPE)
            .refuses(ChallengeRefusal.ChallengeUnknown.class, 404, UNKNOWN, UNKNOWN_TEXT)
            .build();

    private final Challenges challenges;

    GetChallenge(Challenges challenges) {
        this.challenges = challenges;
    }

    @Override
    public ActionSpec<Request, ChallengeView> spec() {
        return SPEC;
    }

    @Override
    public ChallengeView perform(Context context, Request request) {
        return challenges
                .find(context.caller(), request.id())
                .map(found -> ChallengeView.of(found, challenges))
                .orElseThrow(() -> new Refused(new ChallengeRefusal.ChallengeUnknown()));
    }
}
