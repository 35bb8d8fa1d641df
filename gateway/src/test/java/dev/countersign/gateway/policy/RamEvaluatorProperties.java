package dev.countersign.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.policy.NaiveRam.Asked;
import dev.countersign.gateway.policy.NaiveRam.Written;
import dev.countersign.policy.Decision;
import dev.countersign.policy.PolicyEvaluator;
import dev.countersign.policy.ReadPolicy;
import dev.countersign.policy.document.Access;
import dev.countersign.policy.document.Circumstances;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The evaluator agrees with a naive one about documents of Version "1", on whatever is drawn.
final class RamEvaluatorProperties {
    private static final int ROUNDS = 20_000;

    @Test
    void decides_as_the_naive_evaluator_does() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        NaiveRam drawn = new NaiveRam(random);
        RamGrammar grammar = new RamGrammar();
        int allowed = 0;
        int denied = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<List<Written>> policies = drawn.policies();
            Asked asked = drawn.asked();
            List<ReadPolicy> read = new ArrayList<>();
            for (List<Written> policy : policies) {
                read.add(new ReadPolicy(read.size() + 1, "p", grammar.permissions(NaiveRam.json(policy), 1)));
            }
            Decision decision = PolicyEvaluator.decide(read, access(asked));
            String word = decision instanceof Decision.Denied ? "deny" : decision.allowed() ? "allow" : "nothing";
            assertThat(word)
                    .as("seed %d, round %d: %s on %s", seed, round, policies, asked)
                    .isEqualTo(NaiveRam.decide(policies, asked));
            allowed += decision.allowed() ? 1 : 0;
            denied += decision instanceof Decision.Denied ? 1 : 0;
        }
        assertThat(allowed).as("seed %d: calls that were allowed", seed).isGreaterThan(ROUNDS / 100);
        assertThat(denied).as("seed %d: calls that were denied", seed).isGreaterThan(ROUNDS / 100);
    }

    private static Access access(Asked asked) {
        Circumstances known = fact -> switch (fact) {
            case SOURCE -> List.of(asked.ip());
            case MFA_PRESENT -> List.of(asked.mfa());
            case TIME -> List.of("2027-01-0" + asked.day() + "T00:00:00Z");
            case SECURE_TRANSPORT, EXTERNAL_ID, UNKNOWN -> List.of();
        };
        return new Access(asked.operation(), asked.resource(), new Access.Actor(1, 11), known);
    }
}
