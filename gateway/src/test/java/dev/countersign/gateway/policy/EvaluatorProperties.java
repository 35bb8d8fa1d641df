package dev.countersign.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.policy.NaivePolicies.Asked;
import dev.countersign.gateway.policy.NaivePolicies.Written;
import dev.countersign.policy.Decision;
import dev.countersign.policy.PolicyEvaluator;
import dev.countersign.policy.ReadPolicy;
import dev.countersign.policy.document.Access;
import dev.countersign.policy.document.Circumstances;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The evaluator agrees with a naive one that reads the same policies in its own way, on whatever is drawn.
final class EvaluatorProperties {
    private static final long OWNER = 1;
    private static final int ROUNDS = 20_000;

    @Test
    void decides_as_the_naive_evaluator_does() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        NaivePolicies drawn = new NaivePolicies(random);
        TencentGrammar grammar = new TencentGrammar();
        int allowed = 0;
        int denied = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<List<Written>> policies = drawn.policies();
            Asked asked = drawn.asked();
            List<ReadPolicy> read = new ArrayList<>();
            for (List<Written> policy : policies) {
                read.add(new ReadPolicy(read.size() + 1, "p", grammar.permissions(NaivePolicies.json(policy), OWNER)));
            }
            Decision decision = PolicyEvaluator.decide(read, access(asked));
            String naive = NaivePolicies.decide(policies, asked);
            assertThat(word(decision))
                    .as("seed %d, round %d: %s on %s", seed, round, policies, asked)
                    .isEqualTo(naive);
            allowed += decision.allowed() ? 1 : 0;
            denied += decision instanceof Decision.Denied ? 1 : 0;
        }
        assertThat(allowed).as("seed %d: calls that were allowed", seed).isGreaterThan(ROUNDS / 100);
        assertThat(denied).as("seed %d: calls that were denied", seed).isGreaterThan(ROUNDS / 100);
    }

    private static Access access(Asked asked) {
        return new Access(
                asked.operation(),
                asked.resource(),
                new Access.Actor(OWNER, 11),
                fact -> fact == Circumstances.Fact.SOURCE
                        ? List.of(asked.ip())
                        : fact == Circumstances.Fact.MFA_PRESENT ? List.of(asked.mfa()) : List.of());
    }

    private static String word(Decision decision) {
        return switch (decision) {
            case Decision.Allowed allowed -> "allow";
            case Decision.Denied denied -> "deny";
            case Decision.NotMentioned not -> "nothing";
            case Decision.ByRoot root -> "root";
            case Decision.Narrowed narrowed -> "narrowed";
        };
    }
}
