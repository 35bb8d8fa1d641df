package dev.countersign.bench;

import dev.countersign.gateway.policy.TencentGrammar;
import dev.countersign.policy.AttachedPolicies;
import dev.countersign.policy.AttachedPolicy;
import dev.countersign.policy.Authorisation;
import dev.countersign.policy.Documents;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.Tenant;
import dev.countersign.value.RequestId;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// What it costs to decide about a call of a user with 20 policies of 10 statements, none of which but the last
/// says anything about it: every statement is looked at.
public final class PolicyCost {
    private static final int POLICIES = 20;
    private static final int STATEMENTS = 10;
    private static final int ROUND = 200_000;
    private static final int ROUNDS = 15;
    private static final long ALICE = 100_000_000_011L;
    private static final String RESOURCE = "qcs::cam::uin/100000000001:uin/100000000012";

    private PolicyCost() {}

    /// Prints the nanoseconds of processor time of one decision: the median of the second half of the rounds.
    public static void main(String... arguments) {
        List<AttachedPolicy> policies = policies();
        Authorisation authorisation = new Authorisation(
                fixed(policies), new Documents(List.of(new TencentGrammar())), () -> Instant.EPOCH, false);
        Caller caller = new Caller(
                new Tenant(100_000_000_001L, "1", "dev", Set.of(), Optional.empty()),
                new Principal(ALICE, 100_000_000_001L, "alice"),
                "AKID",
                "192.0.2.1",
                RequestId.from(new Random(1)).get());
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        List<Long> nanos = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long start = clock.getCurrentThreadCpuTime();
            for (int i = 0; i < ROUND; i++) {
                if (!authorisation.decide(caller, "cam:SetMfaFlag", RESOURCE).allowed()) {
                    throw new IllegalStateException("the last statement allows it");
                }
            }
            nanos.add((clock.getCurrentThreadCpuTime() - start) / ROUND);
        }
        List<Long> warm = nanos.subList(ROUNDS / 2, ROUNDS).stream().sorted().toList();
        System.out.println(warm.get(warm.size() / 2));
    }

    private static List<AttachedPolicy> policies() {
        List<AttachedPolicy> policies = new ArrayList<>();
        for (int p = 1; p <= POLICIES; p++) {
            List<String> statements = new ArrayList<>();
            for (int s = 1; s <= STATEMENTS; s++) {
                statements.add(p == POLICIES && s == STATEMENTS ? last() : statement(p, s));
            }
            policies.add(new AttachedPolicy(
                    p,
                    "policy-" + p,
                    TencentGrammar.NAME,
                    "{\"version\":\"2.0\",\"statement\":[" + String.join(",", statements) + "]}"));
        }
        return policies;
    }

    /// A third is about the call's action, and stops at the resource or at a condition.
    private static String statement(int policy, int number) {
        String effect = number % 5 == 0 ? "deny" : "allow";
        return switch (number % 3) {
            case 0 ->
                "{\"effect\":\"" + effect + "\",\"action\":[\"name/cam:Set*\",\"cam:Get*\"],\"resource\":"
                        + "\"qcs::cam::uin/100000000001:uin/2000000000" + policy + number + "\"}";
            case 1 -> "{\"effect\":\"" + effect + "\",\"action\":[\"cos:*\",\"cvm:Describe*\"],\"resource\":\"*\"}";
            default ->
                "{\"effect\":\"" + effect + "\",\"action\":\"cam:*User\",\"resource\":\"*\","
                        + "\"condition\":{\"ip_equal\":{\"qcs:ip\":\"10.0.0.0/8\"}}}";
        };
    }

    private static String last() {
        return "{\"effect\":\"allow\",\"action\":\"cam:SetMfaFlag\",\"resource\":\"qcs::cam:::uin/*\"}";
    }

    private static AttachedPolicies fixed(List<AttachedPolicy> policies) {
        return new AttachedPolicies() {
            @Override
            public List<AttachedPolicy> ofUser(long tenant, long uin) {
                return policies;
            }

            @Override
            public List<AttachedPolicy> ofRole(long tenant, long role) {
                return List.of();
            }
        };
    }
}
