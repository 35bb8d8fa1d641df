package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.refusal.Refused;
import dev.countersign.refusal.SendRefusal;
import dev.countersign.verification.Attempt;
import dev.countersign.verification.AttemptPolicy;
import dev.countersign.verification.AttemptResult;
import dev.countersign.verification.Binding;
import dev.countersign.verification.Code;
import dev.countersign.verification.Purpose;
import dev.countersign.verification.ResendPolicy;
import dev.countersign.verification.Verification;
import dev.countersign.verification.VerificationPolicy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Random interleavings of sends, attempts and time, over a few bindings that have numbers and principals in
/// common, must come out as the naive model says. The seed of a failure is printed with it.
public abstract class InterleavingContract extends StoreContract {
    private static final int STEPS = 1_500;
    private static final List<Duration> PASSES = List.of(
            Duration.ofMillis(1),
            Duration.ofMillis(59_999),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofMinutes(5),
            Duration.ofMinutes(5).plusMillis(1),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(24));
    private static final List<Binding> BINDINGS = List.of(
            Given.registration(Given.phone(1)),
            Binding.anonymous(Given.TENANT.id(), Purpose.MIGRATION, Given.phone(1)),
            Binding.anonymous(Given.OTHER.id(), Purpose.REGISTRATION, Given.phone(1)),
            Given.registration(Given.phone(2)),
            Given.login(Given.phone(1), 7),
            Given.login(Given.phone(2), 7),
            new Binding(Given.TENANT.id(), Purpose.OPERATION, Given.phone(1), Optional.of(7L), "a digest"));

    private final Map<String, String> codesById = new HashMap<>();

    @ParameterizedTest
    @EnumSource(ResendPolicy.class)
    void comes_out_as_the_naive_model_says(ResendPolicy resend) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        NaiveVerifications model = new NaiveVerifications(resend);
        VerificationPolicy policy = VerificationPolicy.standard().with(resend);
        for (int step = 0; step < STEPS; step++) {
            Binding binding = BINDINGS.get(random.nextInt(BINDINGS.size()));
            String said = "seed " + seed + ", step " + step;
            int dice = random.nextInt(10);
            if (dice < 3) {
                String fresh = Integer.toString(100_000 + step);
                assertThat(issue(binding, fresh, policy))
                        .as(said)
                        .isEqualTo(model.issue(binding, fresh, clock.instant()));
            } else if (dice < 8) {
                String given = guess(random, step);
                boolean redeem = random.nextInt(3) == 0;
                // Callers differ, so that none of them is taken for one that sprays.
                assertThat(attempt(binding, given, redeem, step, policy))
                        .as(said)
                        .isEqualTo(model.attempt(binding, given, redeem, clock.instant()));
            } else {
                later(PASSES.get(random.nextInt(random.nextInt(4) == 0 ? PASSES.size() : 5)));
            }
        }
    }

    /// Mostly the code of a step not long ago, so that some are right.
    private static String guess(Random random, int step) {
        return Integer.toString(100_000 + Math.max(0, step - random.nextInt(30)));
    }

    private String issue(Binding binding, String fresh, VerificationPolicy policy) {
        try {
            Verification sent = send(Given.demand(binding), Code.of(fresh), policy);
            return codesById.computeIfAbsent(sent.id(), first -> fresh);
        } catch (Refused refused) {
            return refused.refusal() instanceof SendRefusal.ResendTooSoon ? "soon" : "quota";
        }
    }

    private String attempt(Binding binding, String given, boolean redeem, int caller, VerificationPolicy policy) {
        Attempt attempt = new Attempt(
                new Attempt.Target.Bound(binding), Code.of(given), Given.caller(caller), redeem, Optional.empty());
        return switch (node().verifications().attempt(attempt, new AttemptPolicy(policy), clock.instant())) {
            case AttemptResult.Accepted accepted ->
                "yes " + codesById.get(accepted.verification().id());
            case AttemptResult.NotAccepted not -> "no " + not.triesLeft();
            case AttemptResult.Unknown unknown -> "unknown";
        };
    }
}
