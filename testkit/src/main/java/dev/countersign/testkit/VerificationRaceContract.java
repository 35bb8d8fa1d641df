package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.refusal.Refused;
import dev.countersign.refusal.SendRefusal;
import dev.countersign.value.Bytes;
import dev.countersign.verification.Attempt;
import dev.countersign.verification.AttemptPolicy;
import dev.countersign.verification.AttemptResult;
import dev.countersign.verification.Binding;
import dev.countersign.verification.Code;
import dev.countersign.verification.Demand;
import dev.countersign.verification.IdempotencyKey;
import dev.countersign.verification.Purpose;
import dev.countersign.verification.SendPolicy;
import dev.countersign.verification.Verification;
import dev.countersign.verification.VerificationPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What every store of verifications keeps when many want the same at the same instant, in one process and in
/// two on the same data.
public abstract class VerificationRaceContract extends StoreContract {
    private static final Binding BINDING = Given.registration(Given.phone(1));

    @Test
    void of_200_parallel_redeems_one_succeeds() {
        send(Given.demand(BINDING), code(1));
        AttemptPolicy policy = new AttemptPolicy(VerificationPolicy.standard());

        List<AttemptResult> results =
                Race.of(200, n -> of(n).verifications().attempt(attempt(code(1)), policy, clock.instant()));
        assertThat(results).filteredOn(AttemptResult.Accepted.class::isInstance).hasSize(1);
    }

    @Test
    void of_50_simultaneous_sends_one_is_accepted() {
        List<Optional<Verification>> sent = Race.of(50, n -> trySend(n, Given.demand(BINDING), standard()));

        assertThat(sent).filteredOn(Optional::isPresent).hasSize(1);
        assertThat(outgoing()).isEqualTo(1);
    }

    @Test
    void a_destination_gets_no_more_than_its_ceiling_from_a_parallel_burst() {
        // Different purposes are never too soon for each other, so that only the ceilings hold them back.
        List<Optional<Verification>> sent = Race.of(
                60,
                n -> trySend(
                        n,
                        Given.demand(Binding.anonymous(
                                n % 4 < 2 ? Given.TENANT.id() : Given.OTHER.id(),
                                new Purpose("p" + n),
                                Given.phone(1))),
                        standard()));

        assertThat(sent).filteredOn(Optional::isPresent).hasSize(10);
        assertThat(sent.stream()
                        .flatMap(Optional::stream)
                        .collect(Collectors.groupingBy(one -> one.binding().tenant(), Collectors.counting())))
                .containsEntry(Given.TENANT.id(), 5L)
                .containsEntry(Given.OTHER.id(), 5L);
    }

    @Test
    void a_principal_gets_no_more_than_its_ceiling_over_many_numbers() {
        List<Optional<Verification>> sent =
                Race.of(60, n -> trySend(n, Given.demand(Given.login(Given.phone(n), 7)), standard()));

        assertThat(sent).filteredOn(Optional::isPresent).hasSize(10);
    }

    @Test
    void a_tenant_gets_no_more_than_its_ceiling_over_many_numbers() {
        VerificationPolicy policy = new PolicyNumbers().tenant(7).build();
        List<Optional<Verification>> sent =
                Race.of(60, n -> trySend(n, Given.demand(Given.registration(Given.phone(n))), policy));

        assertThat(sent).filteredOn(Optional::isPresent).hasSize(7);
    }

    @Test
    void parallel_guesses_never_exceed_the_tries() {
        send(Given.demand(BINDING), code(1));
        AttemptPolicy policy = new AttemptPolicy(VerificationPolicy.standard());
        List<AttemptResult> results =
                Race.of(100, n -> of(n).verifications().attempt(attempt(WRONG), policy, clock.instant()));

        assertThat(results.stream().map(StoreContract::notAccepted).filter(left -> left > 0))
                .containsExactlyInAnyOrder(4, 3, 2, 1);
        assertThat(notAccepted(redeem(BINDING, code(1)))).isZero();
        // Five were counted, so that five more are the tenth.
        make(BINDING, code(2), new PolicyNumbers().tries(10).build());
        for (int n = 0; n < 4; n++) {
            redeem(BINDING, WRONG);
        }
        accepted(match(BINDING, code(2)));
        redeem(BINDING, WRONG);
        assertThat(notAccepted(match(BINDING, code(2)))).isEqualTo(5);
    }

    @Test
    void parallel_guesses_of_many_codes_are_counted_exactly() {
        for (int n = 0; n < 99; n++) {
            make(operation(n), code(1), standard());
        }
        // Waits off, so that each one is compared.
        AttemptPolicy policy =
                new AttemptPolicy(new PolicyNumbers().waitFrom(1000).build());
        Race.of(99, n -> of(n).verifications().attempt(attempt(operation(n), WRONG), policy, clock.instant()));
        make(operation(99), code(1), standard());

        assertThat(node().verifications().attempt(attempt(operation(99), WRONG), policy, clock.instant()))
                .isEqualTo(new AttemptResult.NotAccepted(4, false, true));
    }

    @Test
    void parallel_repeats_of_one_request_are_one_send() {
        IdempotencyKey key = new IdempotencyKey("k", Bytes.utf8("f"));
        List<Optional<Verification>> sent = Race.of(40, n -> trySend(n, Given.demand(BINDING, key), standard()));

        assertThat(sent.stream().map(one -> one.map(Verification::id)).distinct())
                .hasSize(1)
                .allMatch(Optional::isPresent);
        assertThat(outgoing()).isEqualTo(1);
    }

    @Test
    void sends_and_redeems_that_cross_never_accept_a_code_twice() {
        VerificationPolicy policy =
                new PolicyNumbers().destination(100, 100, 100).build();
        AttemptPolicy attempts = new AttemptPolicy(policy);
        for (int round = 0; round < 10; round++) {
            int of = round;
            send(Given.demand(BINDING), code(of), policy);
            later(Duration.ofSeconds(60));
            List<Boolean> accepted = Race.of(20, n -> {
                if (n % 5 == 0) {
                    trySend(n, Given.demand(BINDING), policy);
                    return false;
                }
                return of(n).verifications().attempt(attempt(code(of)), attempts, clock.instant())
                        instanceof AttemptResult.Accepted;
            });
            assertThat(accepted).filteredOn(yes -> yes).hasSizeLessThanOrEqualTo(1);
            make(BINDING, WRONG, policy);
            accepted(redeem(BINDING, WRONG));
            later(Duration.ofSeconds(60));
        }
    }

    private static VerificationPolicy standard() {
        return VerificationPolicy.standard();
    }

    private static Binding operation(int n) {
        return new Binding(Given.TENANT.id(), Purpose.OPERATION, Given.phone(1), Optional.of(7L), "digest " + n);
    }

    /// Every second runner is in the second process.
    private Node of(int runner) {
        return runner % 2 == 0 ? node() : installation().another();
    }

    private Optional<Verification> trySend(int runner, Demand demand, VerificationPolicy policy) {
        try {
            return Optional.of(of(runner)
                    .verifications()
                    .issueIfQuiet(demand, code(1_000 + runner), new SendPolicy(policy), clock.instant()));
        } catch (Refused refused) {
            assertThat(refused.refusal()).isInstanceOf(SendRefusal.class);
            return Optional.empty();
        }
    }

    private static Attempt attempt(Code given) {
        return attempt(BINDING, given);
    }

    private static Attempt attempt(Binding binding, Code given) {
        return new Attempt(new Attempt.Target.Bound(binding), given, CALLER, true, Optional.empty());
    }
}
