package dev.countersign.server.dev;

import dev.countersign.challenge.Challenge;
import dev.countersign.challenge.Challenges;
import dev.countersign.gateway.wire.Value;

/// How a challenge looks on this surface.
final class ChallengeViews {
    private ChallengeViews() {}

    static Value.Fields written(Challenge challenge, Challenges challenges) {
        return Value.Fields.none()
                .plus("id", Value.text(challenge.id()))
                .plus("status", Value.text(challenge.status().word()))
                .plus("kind", Value.text(challenge.asked().kind().word()))
                .plus("method", Value.text(challenge.asked().method().word()))
                .plus("enrols", new Value.Flag(challenge.asked().enrols()))
                .plus("url", Value.text(challenges.page(challenge)));
    }
}
