package dev.countersign.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.webhook.DeliveryPolicy.Verdict;
import dev.countersign.webhook.Sender.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class DeliveryPolicyTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant END = NOON.plus(DeliveryPolicy.PATIENCE);

    @Test
    void every_success_is_a_delivery_and_gone_ends_it() {
        for (int status = 200; status < 300; status++) {
            assertThat(decide(1, answered(status), NOON)).isEqualTo(new Verdict.Delivered());
        }
        assertThat(decide(1, answered(410), NOON)).isEqualTo(new Verdict.Failed());
    }

    @Test
    void all_else_is_tried_again_redirects_too() {
        for (int status : new int[] {100, 301, 302, 307, 400, 401, 404, 409, 429, 500, 503}) {
            assertThat(decide(1, answered(status), NOON)).as("%d", status).isInstanceOf(Verdict.Again.class);
        }
        assertThat(decide(1, new Reply.Unanswered("no answer in time"), NOON)).isInstanceOf(Verdict.Again.class);
    }

    @Test
    void rests_grow_from_seconds_to_hours() {
        assertThat(rest(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(rest(2)).isEqualTo(Duration.ofSeconds(20));
        assertThat(rest(3)).isEqualTo(Duration.ofSeconds(80));
        assertThat(rest(7)).isEqualTo(DeliveryPolicy.LONGEST);
        assertThat(rest(1000)).isEqualTo(DeliveryPolicy.LONGEST);
    }

    @Test
    void a_time_that_the_receiver_names_is_waited_for_and_quiets_all() {
        Reply busy = new Reply.Answered(503, Optional.of("3600"));

        assertThat(decide(1, busy, NOON)).isEqualTo(new Verdict.Again(NOON.plusSeconds(3600)));
        assertThat(DeliveryPolicy.quiet(busy, NOON)).contains(NOON.plusSeconds(3600));
        assertThat(decide(1, new Reply.Answered(429, Optional.of("Sun, 22 Nov 2026 13:00:00 GMT")), NOON))
                .isEqualTo(new Verdict.Again(NOON.plusSeconds(3600)));
        assertThat(DeliveryPolicy.quiet(new Reply.Answered(500, Optional.of("3600")), NOON))
                .isEmpty();
        assertThat(DeliveryPolicy.quiet(new Reply.Answered(503, Optional.of("soon")), NOON))
                .isEmpty();
        assertThat(DeliveryPolicy.quiet(new Reply.Answered(429, Optional.of("999999999")), NOON))
                .contains(END);
    }

    @Test
    void a_time_beyond_the_end_gives_it_up() {
        assertThat(decide(1, new Reply.Answered(503, Optional.of("86401")), NOON))
                .isEqualTo(new Verdict.Failed());
    }

    @Test
    void no_try_is_late_none_is_early_and_it_ends_in_a_day_whatever_the_receiver_does() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int run = 0; run < 2_000; run++) {
            Instant now = NOON;
            int attempt = 0;
            Verdict verdict = new Verdict.Again(now);
            while (verdict instanceof Verdict.Again again) {
                assertThat(again.at()).as("seed %d", seed).isBetween(now, END);
                now = again.at().plusMillis(random.nextInt(20_000));
                attempt++;
                Reply reply = answer(random);
                Optional<Duration> asked = reply instanceof Reply.Answered answered
                        ? answered.retryAfter().flatMap(text -> RetryAfter.of(text, NOON))
                        : Optional.empty();
                verdict = DeliveryPolicy.decide(attempt, END, reply, now, random.nextDouble());
                if (verdict instanceof Verdict.Again next) {
                    Instant least = asked.map(now::plus).orElse(now);
                    assertThat(next.at()).as("seed %d", seed).isAfterOrEqualTo(least);
                }
            }
            assertThat(attempt).as("seed %d", seed).isLessThan(40);
        }
    }

    private static Reply answer(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Reply.Unanswered("no connection");
            case 1 -> answered(500);
            case 2 -> new Reply.Answered(503, Optional.of(Integer.toString(1800 + random.nextInt(20_000))));
            default -> new Reply.Answered(302, Optional.of("nonsense"));
        };
    }

    private static Reply answered(int status) {
        return new Reply.Answered(status, Optional.empty());
    }

    private static Verdict decide(int attempt, Reply reply, Instant now) {
        return DeliveryPolicy.decide(attempt, END, reply, now, 0.5);
    }

    private static Duration rest(int attempt) {
        return decide(attempt, answered(500), NOON) instanceof Verdict.Again again
                ? Duration.between(NOON, again.at())
                : Duration.ZERO;
    }
}
