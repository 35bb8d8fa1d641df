package dev.countersign.server.dev;

import dev.countersign.challenge.Challenges;
import dev.countersign.gateway.wire.Value;
import dev.countersign.server.dev.exchange.Asked;
import dev.countersign.server.dev.exchange.Declined;
import dev.countersign.server.dev.exchange.DevCall;
import java.util.Map;

/// `/dev/challenges/{id}`: GET reads a challenge of tenant `dev` back.
public final class ChallengeCall implements DevCall {
    private final Challenges challenges;
    private final RootOfDev root;

    /// @param challenges reads them
    /// @param root who asks
    public ChallengeCall(Challenges challenges, RootOfDev root) {
        this.challenges = challenges;
        this.root = root;
    }

    @Override
    public String path() {
        return "/dev/challenges/{id}";
    }

    @Override
    public Map<String, Handler> methods() {
        return Map.of("GET", this::read);
    }

    private Value read(Asked asked) {
        asked.query();
        return challenges
                .find(root.caller(), asked.tail())
                .map(found -> ChallengeViews.written(found, challenges))
                .orElseThrow(() -> Declined.unknown("tenant dev has no challenge of this id"));
    }
}
