package dev.countersign.challenge;

import dev.countersign.audit.AuditEntry;
import dev.countersign.challenge.Challenge.Status;
import dev.countersign.challenge.ChallengeMethod.Reply;
import dev.countersign.challenge.ChallengeMethod.Started;
import dev.countersign.challenge.ChallengeStore.Claim;
import dev.countersign.refusal.ChallengeRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.value.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The browser's side of challenges. The first browser that looks has the challenge; every later step needs its
/// secret, and what comes of the challenge leaves only through it.
public final class Visits {
    /// How long a result code is good.
    public static final Duration RESULT_LIFETIME = Duration.ofSeconds(60);

    /// How long the right to compare lasts, should a process die while it has it.
    private static final Duration RIGHT = Duration.ofSeconds(30);

    private final ChallengeStore store;
    private final Methods methods;
    private final Visitors visitors;
    private final Challenges.Surroundings surroundings;

    /// @param store keeps challenges
    /// @param methods what they can demand
    /// @param visitors tells who a browser speaks for
    /// @param surroundings clock and randomness
    public Visits(ChallengeStore store, Methods methods, Visitors visitors, Challenges.Surroundings surroundings) {
        this.store = store;
        this.methods = methods;
        this.visitors = visitors;
        this.surroundings = surroundings;
    }

    /// What the page shows.
    ///
    /// @param challenge as it stands
    /// @param prompt what is asked for; of no matter once the challenge has ended
    /// @param fresh the secret of a browser that has just been bound: to be set as its cookie
    public record Seen(Challenge challenge, Prompt prompt, Optional<Secret> fresh) {}

    /// Looks at a challenge, and binds it to this browser if none has it yet.
    ///
    /// @throws Refused with a [ChallengeRefusal] when there is none, or another browser has it
    public Seen look(String id, Visitor visitor) {
        Instant now = now();
        Challenge found = find(id, now);
        if (visitor.browser().filter(browser -> store.holds(id, browser)).isPresent()) {
            return new Seen(found, prompt(found), Optional.empty());
        }
        Secret fresh = SecretText.of(surroundings.random());
        if (!found.pending() || !store.bind(id, fresh, now)) {
            throw new Refused(new ChallengeRefusal.BrowserForeign());
        }
        return new Seen(find(id, now), prompt(found), Optional.of(fresh));
    }

    /// Sends a code, or says where the browser goes.
    ///
    /// @param way one of those that the prompt names
    /// @return where the browser goes; empty when it stays
    /// @throws Refused with a [ChallengeRefusal], or whatever the method refuses with
    public Optional<String> start(String id, Visitor visitor, String way) {
        Instant now = now();
        Challenge challenge = held(id, visitor, now);
        Secret browser = visitor.browser().orElseThrow();
        if (!store.takeStart(id, browser, now)) {
            throw new Refused(new ChallengeRefusal.StartsSpent());
        }
        Started started = method(challenge).start(challenge, visitors.caller(challenge, visitor), way);
        if (!store.keep(id, browser, started.kept(), now)) {
            throw ended(id, now);
        }
        return started.redirect();
    }

    /// Gives an answer.
    ///
    /// @throws Refused with [dev.countersign.refusal.CodeNotAccepted] for a wrong one, and a [ChallengeRefusal]
    ///     where none is taken
    public void answer(String id, Visitor visitor, Reply reply) {
        Challenge challenge = held(id, visitor, now());
        if (challenge.asked().enrols()) {
            throw new Refused(
                    new ChallengeRefusal.ChallengeEnded(challenge.status().word()));
        }
        compare(
                challenge,
                visitor,
                () -> method(challenge).answer(challenge, visitors.caller(challenge, visitor), reply));
    }

    /// Compares under the right to, and passes the challenge if that does not refuse.
    void compare(Challenge challenge, Visitor visitor, Comparison comparison) {
        List<String> shown = compared(challenge, visitor, comparison);
        Instant now = now();
        if (!store.pass(challenge.id(), shown, now, entry(challenge, visitor, "challenge.passed"))) {
            throw ended(challenge.id(), now);
        }
    }

    /// Compares under the right to, and allows a first enrolment if that does not refuse.
    void allow(Challenge challenge, Visitor visitor, Runnable comparison) {
        compared(challenge, visitor, () -> {
            comparison.run();
            return List.of();
        });
        Instant now = now();
        if (!store.prove(challenge.id(), visitor.browser().orElseThrow(), now)) {
            throw ended(challenge.id(), now);
        }
    }

    /// Whatever keeps the comparison from saying yes, a fault too, has cost the try that was taken for it.
    private List<String> compared(Challenge challenge, Visitor visitor, Comparison comparison) {
        claim(challenge.id(), visitor);
        Optional<List<String>> shown = Optional.empty();
        try {
            shown = Optional.of(comparison.compare());
            return shown.get();
        } finally {
            if (shown.isEmpty()) {
                store.miss(challenge.id(), now(), entry(challenge, visitor, "challenge.failed"));
            }
        }
    }

    /// Says how the factor was shown, or refuses.
    @FunctionalInterface
    interface Comparison {
        List<String> compare();
    }

    private void claim(String id, Visitor visitor) {
        switch (store.claim(id, visitor.browser().orElseThrow(), now(), RIGHT)) {
            case Claim.Given given -> {}
            case Claim.Busy busy -> throw new Refused(new ChallengeRefusal.AnswerPending());
            case Claim.None none ->
                throw new Refused(
                        new ChallengeRefusal.ChallengeEnded(none.status().word()));
        }
    }

    /// Where the browser goes with a passed challenge: the address to return to, with a fresh result code, which
    /// takes the place of one that was not used.
    ///
    /// @throws Refused with a [ChallengeRefusal] when it is not passed, another browser has it, or its code was
    ///     used
    public String leave(String id, Visitor visitor) {
        Instant now = now();
        Challenge challenge = heldInAnyState(id, visitor, now);
        Secret code = SecretText.of(surroundings.random());
        if (!store.result(id, visitor.browser().orElseThrow(), code, now.plus(RESULT_LIFETIME), now)) {
            throw new Refused(
                    new ChallengeRefusal.ChallengeEnded(challenge.status().word()));
        }
        return ReturnAddresses.with(
                challenge.back().address(),
                "challenge",
                id,
                "code",
                code.reveal(),
                "nonce",
                challenge.back().nonce());
    }

    /// Where the browser goes with a challenge that was not passed: the address to return to, without a code.
    ///
    /// @throws Refused with a [ChallengeRefusal] when another browser has it
    public String turnBack(String id, Visitor visitor) {
        Challenge challenge = heldInAnyState(id, visitor, now());
        return ReturnAddresses.with(
                challenge.back().address(),
                "challenge",
                id,
                "nonce",
                challenge.back().nonce());
    }

    /// Gives the challenge up, and says where the browser goes.
    ///
    /// @throws Refused with a [ChallengeRefusal] when it has ended, or another browser has it
    public String cancel(String id, Visitor visitor) {
        Instant now = now();
        Challenge challenge = held(id, visitor, now);
        if (!store.cancel(challenge, Optional.empty(), now, entry(challenge, visitor, "challenge.cancelled"))) {
            throw ended(id, now);
        }
        return turnBack(id, visitor);
    }

    /// A pending challenge that this browser has.
    Challenge held(String id, Visitor visitor) {
        return held(id, visitor, now());
    }

    private Challenge held(String id, Visitor visitor, Instant now) {
        Challenge challenge = heldInAnyState(id, visitor, now);
        if (!challenge.pending()) {
            throw new Refused(
                    new ChallengeRefusal.ChallengeEnded(challenge.status().word()));
        }
        return challenge;
    }

    private Challenge heldInAnyState(String id, Visitor visitor, Instant now) {
        Challenge challenge = find(id, now);
        if (visitor.browser().filter(browser -> store.holds(id, browser)).isEmpty()) {
            throw new Refused(new ChallengeRefusal.BrowserForeign());
        }
        return challenge;
    }

    private Challenge find(String id, Instant now) {
        return store.find(id, now).orElseThrow(() -> new Refused(new ChallengeRefusal.ChallengeUnknown()));
    }

    private Refused ended(String id, Instant now) {
        Status status = find(id, now).status();
        return new Refused(new ChallengeRefusal.ChallengeEnded(status.word()));
    }

    private Prompt prompt(Challenge challenge) {
        return method(challenge).prompt(challenge);
    }

    private ChallengeMethod method(Challenge challenge) {
        return methods.of(challenge.asked().method())
                .orElseThrow(() -> new IllegalStateException(
                        "no method serves " + challenge.asked().method().word()));
    }

    private AuditEntry entry(Challenge challenge, Visitor visitor, String event) {
        return AuditEntry.by(
                visitors.caller(challenge, visitor), now(), event, challenge.subject(), Challenges.facts(challenge));
    }

    private Instant now() {
        return surroundings.clock().instant();
    }
}
