package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.refusal.Refusal;
import dev.countersign.refusal.Refused;
import dev.countersign.tenant.Caller;
import dev.countersign.verification.Attempt;
import dev.countersign.verification.AttemptPolicy;
import dev.countersign.verification.AttemptResult;
import dev.countersign.verification.Binding;
import dev.countersign.verification.Code;
import dev.countersign.verification.Demand;
import dev.countersign.verification.SendPolicy;
import dev.countersign.verification.Verification;
import dev.countersign.verification.VerificationPolicy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// What every contract of a store begins with: a fresh installation with two tenants, a clock that stands
/// still, and short words for what is done most.
public abstract class StoreContract {
    /// The caller of most attempts.
    protected static final Caller CALLER = Given.caller(Given.TENANT.id());

    /// Six digits that no test sends.
    protected static final Code WRONG = Code.of("000000");

    /// The time that everything goes by.
    protected final TestClock clock = TestClock.atNoon();

    private @Nullable Installation installation;

    /// A fresh, empty installation.
    protected abstract Installation install(TestClock time);

    @BeforeEach
    void begin() {
        installation = install(clock);
        node().tenants().add(Given.TENANT);
        node().tenants().add(Given.OTHER);
    }

    @AfterEach
    void end() {
        installation().close();
    }

    /// What [#install] made.
    protected final Installation installation() {
        Installation made = installation;
        if (made == null) {
            throw new IllegalStateException("nothing was installed");
        }
        return made;
    }

    /// The stores of the first process.
    protected final Node node() {
        return installation().node();
    }

    /// The n-th code.
    protected static Code code(int n) {
        return Code.of(Integer.toString(100_000 + n));
    }

    /// Sends, under the standard numbers.
    protected final Verification send(Demand demand, Code fresh) {
        return send(demand, fresh, VerificationPolicy.standard());
    }

    /// Sends, under these numbers.
    protected final Verification send(Demand demand, Code fresh, VerificationPolicy policy) {
        return node().verifications().issueIfQuiet(demand, fresh, new SendPolicy(policy), clock.instant());
    }

    /// Makes a code live without sending it: as many as a test needs.
    protected final Verification make(Binding binding, Code fixed, VerificationPolicy policy) {
        return node().verifications().issueSilently(Given.demand(binding), fixed, policy, clock.instant());
    }

    /// Gives a code back and uses it up.
    protected final AttemptResult redeem(Binding binding, Code given) {
        return redeem(binding, given, VerificationPolicy.standard());
    }

    /// Gives a code back and uses it up, under these numbers.
    protected final AttemptResult redeem(Binding binding, Code given, VerificationPolicy policy) {
        Attempt attempt = new Attempt(new Attempt.Target.Bound(binding), given, CALLER, true, Optional.empty());
        return node().verifications().attempt(attempt, new AttemptPolicy(policy), clock.instant());
    }

    /// Gives a code back and leaves it good.
    protected final AttemptResult match(Binding binding, Code given) {
        Attempt attempt = new Attempt(new Attempt.Target.Bound(binding), given, CALLER, false, Optional.empty());
        return node().verifications()
                .attempt(attempt, new AttemptPolicy(VerificationPolicy.standard()), clock.instant());
    }

    /// How many messages wait to be handed over.
    protected final long outgoing() {
        return node().outbox().backlog();
    }

    /// Moves the clock on.
    protected final void later(Duration by) {
        clock.advance(by);
    }

    /// Expects a refusal.
    protected static Refusal refusal(Callable<?> refused) {
        Throwable thrown = Assertions.catchThrowable(refused::call);
        assertThat(thrown).isInstanceOf(Refused.class);
        return ((Refused) thrown).refusal();
    }

    /// Expects an acceptance.
    protected static Verification accepted(AttemptResult result) {
        assertThat(result).isInstanceOf(AttemptResult.Accepted.class);
        return ((AttemptResult.Accepted) result).verification();
    }

    /// Expects that a code was not accepted.
    ///
    /// @return how many tries are left
    protected static int notAccepted(AttemptResult result) {
        assertThat(result).isInstanceOf(AttemptResult.NotAccepted.class);
        return ((AttemptResult.NotAccepted) result).triesLeft();
    }
}
