package dev.countersign.webhook;

import dev.countersign.webhook.Sender.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Decides what follows from an answer. Pure: no clock, no randomness of its own.
///
/// A delivery rests 5 s, then four times as long each time, up to 4 h, each rest shortened or prolonged by up to
/// a fifth so that deliveries that failed together don't come back together. It is tried for 24 h, the last time
/// at their end. A receiver that names a time by `Retry-After` is left alone until then.
public final class DeliveryPolicy {
    /// How long a delivery is tried.
    public static final Duration PATIENCE = Duration.ofHours(24);

    /// The first rest.
    public static final Duration FIRST = Duration.ofSeconds(5);

    /// The longest rest, but for what a receiver asks for.
    public static final Duration LONGEST = Duration.ofHours(4);

    private static final int GROWTH = 4;
    private static final double SPREAD = 0.2;
    private static final int GONE = 410;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private DeliveryPolicy() {}

    /// What becomes of a delivery.
    public sealed interface Verdict {
        /// The receiver has it.
        record Delivered() implements Verdict {}

        /// It is tried again.
        ///
        /// @param at not before then
        record Again(Instant at) implements Verdict {}

        /// It is given up.
        record Failed() implements Verdict {}
    }

    /// Decides about one answer.
    ///
    /// @param attempt which try this was, from 1
    /// @param giveUpAt when no further one is made
    /// @param now when the answer came
    /// @param chance from 0 to 1: where in the spread the rest lies
    public static Verdict decide(int attempt, Instant giveUpAt, Reply answer, Instant now, double chance) {
        Duration asked = Duration.ZERO;
        switch (answer) {
            case Reply.Answered answered -> {
                if (answered.status() >= 200 && answered.status() < 300) {
                    return new Verdict.Delivered();
                }
                if (answered.status() == GONE) {
                    return new Verdict.Failed();
                }
                asked = asked(answered, now).orElse(Duration.ZERO);
            }
            case Reply.Unanswered none -> {}
        }
        return again(rest(attempt, chance), asked, giveUpAt, now);
    }

    private static Verdict again(Duration rest, Duration asked, Instant giveUpAt, Instant now) {
        if (!now.isBefore(giveUpAt) || now.plus(asked).isAfter(giveUpAt)) {
            return new Verdict.Failed();
        }
        Instant next = now.plus(asked.compareTo(rest) > 0 ? asked : rest);
        return new Verdict.Again(next.isAfter(giveUpAt) ? giveUpAt : next);
    }

    /// Until when a receiver wants to hear nothing at all: it said so, by 429 or 503 with a time.
    public static Optional<Instant> quiet(Reply answer, Instant now) {
        return switch (answer) {
            case Reply.Answered answered ->
                answered.status() == TOO_MANY || answered.status() == UNAVAILABLE
                        ? asked(answered, now).map(span -> now.plus(span.compareTo(PATIENCE) < 0 ? span : PATIENCE))
                        : Optional.empty();
            case Reply.Unanswered none -> Optional.empty();
        };
    }

    private static Optional<Duration> asked(Reply.Answered answered, Instant now) {
        return answered.retryAfter().flatMap(said -> RetryAfter.of(said, now));
    }

    private static Duration rest(int attempt, double chance) {
        Duration plain = FIRST;
        for (int i = 1; i < attempt && plain.compareTo(LONGEST) < 0; i++) {
            plain = plain.multipliedBy(GROWTH);
        }
        Duration bounded = plain.compareTo(LONGEST) < 0 ? plain : LONGEST;
        return Duration.ofMillis(Math.round(bounded.toMillis() * (1 - SPREAD + 2 * SPREAD * chance)));
    }
}
