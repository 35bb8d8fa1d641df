package dev.countersign.verification;

import dev.countersign.destination.Channel;
import dev.countersign.destination.Destination;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.refusal.AreaNotServed;
import dev.countersign.refusal.CheckRefusal;
import dev.countersign.refusal.CodeNotAccepted;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.SendRefusal;
import dev.countersign.tenant.Caller;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Issues and checks verifications.
public final class Verifications {
    private final VerificationStore store;
    private final TestNumbers testNumbers;
    private final SendPolicy sendPolicy;
    private final AttemptPolicy attemptPolicy;
    private final Surroundings surroundings;

    /// What a verification needs from outside.
    ///
    /// @param clock the time that codes live by
    /// @param random a cryptographic generator, for codes
    /// @param watch whom to tell of attacks
    /// @param courier whom to wake when a message is due
    /// @param served what can be sent at all
    public record Surroundings(
            InstantSource clock, RandomGenerator random, Watch watch, Wakeup courier, Served served) {}

    /// @param store keeps verifications
    /// @param testNumbers destinations with fixed codes
    /// @param policy the numbers
    /// @param surroundings clock, randomness and whom to tell
    public Verifications(
            VerificationStore store, TestNumbers testNumbers, VerificationPolicy policy, Surroundings surroundings) {
        this.store = store;
        this.testNumbers = testNumbers;
        this.sendPolicy = new SendPolicy(policy);
        this.attemptPolicy = new AttemptPolicy(policy);
        this.surroundings = surroundings;
    }

    /// Makes or re-sends a code. The message is durable, not yet delivered, when this returns.
    ///
    /// @throws Refused with a [dev.countersign.refusal.SendRefusal] when it is too soon or too many; nothing
    ///     is stored
    public Verification issue(Demand demand) {
        return issue(prepare(demand));
    }

    /// Issues a code that was readied, for a caller who has to know it: on [Terms] it is the very code that
    /// is sent.
    ///
    /// @throws Refused with a [dev.countersign.refusal.SendRefusal] when it is too soon or too many; nothing
    ///     is stored
    public Verification issue(PreparedCode prepared) {
        Demand demand = prepared.demand();
        Instant now = surroundings.clock().instant();
        if (prepared.silent()) {
            return store.issueSilently(demand, prepared.code(), sendPolicy.numbers(), now);
        }
        Verification issued = store.issueIfQuiet(demand, prepared.code(), sendPolicy, now);
        surroundings.courier().wake();
        return issued;
    }

    /// Readies a code for a step that issues it together with something else. Whoever takes the step wakes
    /// the courier.
    ///
    /// @throws Refused with [SendRefusal.ChannelNotServed] or [AreaNotServed] when no route leads there
    public PreparedCode prepare(Demand demand) {
        requireRoute(demand);
        return testNumbers
                .codeFor(demand.binding().destination(), surroundings.clock().instant())
                .map(fixed -> new PreparedCode(demand, fixed, true))
                .orElseGet(() -> new PreparedCode(demand, code(demand), false));
    }

    private Code code(Demand demand) {
        if (demand.terms().isEmpty()) {
            return Code.fresh(sendPolicy.numbers().codeDigits(), surroundings.random());
        }
        return switch (demand.terms().get().content()) {
            case Terms.Content.Drawn drawn -> Code.fresh(drawn.shape(), surroundings.random());
            case Terms.Content.Chosen chosen -> chosen.code();
        };
    }

    private void requireRoute(Demand demand) {
        Channel channel = demand.channel();
        Destination to = demand.binding().destination();
        String purpose = demand.binding().purpose().name();
        if (surroundings.served().serves(channel, to, purpose)) {
            return;
        }
        if (surroundings.served().serves(channel, purpose) && to instanceof PhoneNumber phone) {
            throw new Refused(new AreaNotServed(phone.countryCode()));
        }
        throw new Refused(new SendRefusal.ChannelNotServed(channel.word()));
    }

    /// Compares a code without using it up: a wrong one counts, a right one stays good and resets nothing.
    ///
    /// @return the verification that the code belongs to
    /// @throws Refused with [CodeNotAccepted]
    public Verification match(Caller caller, Binding binding, Code given) {
        Attempt attempt = new Attempt(new Attempt.Target.Bound(binding), given, caller, false, Optional.empty());
        return settle(attempt, binding);
    }

    /// Uses up a verification's code, once.
    ///
    /// @return the verification, redeemed
    /// @throws Refused with [CodeNotAccepted], or [CheckRefusal.VerificationUnknown] when the tenant has none
    ///     of that id
    public Verification redeem(Caller caller, String id, Code given, Optional<IdempotencyKey> idempotency) {
        Attempt attempt =
                new Attempt(new Attempt.Target.Named(caller.tenant().id(), id), given, caller, true, idempotency);
        Optional<Verification> about = find(caller, id);
        if (about.isEmpty()) {
            throw new Refused(new CheckRefusal.VerificationUnknown());
        }
        return settle(attempt, about.get().binding());
    }

    /// Uses up whichever code of a binding this is, once, for callers that have an answer to both.
    ///
    /// @return the verification, redeemed; empty when the code is not accepted, which counts as ever
    public Optional<Verification> redeemIfRight(Caller caller, Binding binding, Code given) {
        Attempt attempt = new Attempt(new Attempt.Target.Bound(binding), given, caller, true, Optional.empty());
        return switch (told(attempt, binding)) {
            case AttemptResult.Accepted accepted -> Optional.of(accepted.verification());
            case AttemptResult.NotAccepted not -> Optional.empty();
            case AttemptResult.Unknown unknown -> Optional.empty();
        };
    }

    private Verification settle(Attempt attempt, Binding binding) {
        return switch (told(attempt, binding)) {
            case AttemptResult.Accepted accepted -> accepted.verification();
            case AttemptResult.Unknown unknown -> throw new Refused(new CheckRefusal.VerificationUnknown());
            case AttemptResult.NotAccepted not -> throw new Refused(new CodeNotAccepted(not.triesLeft()));
        };
    }

    /// Attempts, and tells whoever watches of what looks like an attack.
    private AttemptResult told(Attempt attempt, Binding binding) {
        AttemptResult result =
                store.attempt(attempt, attemptPolicy, surroundings.clock().instant());
        if (result instanceof AttemptResult.NotAccepted not) {
            if (not.sprayed()) {
                surroundings.watch().spraying(attempt.caller().principal().uin());
            }
            if (not.disabled()) {
                binding.principal().ifPresent(uin -> surroundings.watch().disabled(uin, binding.authenticator()));
            }
        }
        return result;
    }

    /// A verification of the caller's tenant, as it stands now.
    public Optional<Verification> find(Caller caller, String id) {
        return store.find(caller.tenant().id(), id, surroundings.clock().instant());
    }
}
