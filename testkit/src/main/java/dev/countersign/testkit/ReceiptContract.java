package dev.countersign.testkit;

import static dev.countersign.delivery.Receipt.State.DELIVERED;
import static dev.countersign.delivery.Receipt.State.UNDELIVERED;
import static dev.countersign.delivery.Receipt.State.UNDERWAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.DueMessage;
import dev.countersign.delivery.History;
import dev.countersign.delivery.Receipt;
import dev.countersign.delivery.Receipt.State;
import dev.countersign.delivery.ReceiptQueue.Completion;
import dev.countersign.delivery.ReceiptQueue.Outcome;
import dev.countersign.delivery.ReceiptQueue.Worked;
import dev.countersign.delivery.Tempo;
import dev.countersign.destination.Channel;
import dev.countersign.verification.Verification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What every queue of receipts keeps: each word is taken once, in whatever order they come, and the history
/// shows all.
public abstract class ReceiptContract extends StoreContract {
    private static final Duration LEASE = Duration.ofSeconds(30);

    private int sent;

    @Test
    void a_delivered_message_is_shown_with_all_that_is_known_of_it() {
        Verification verification = send(Given.demand(Given.registration(Given.phone(1))), code(1));
        settle(new Dispatch.CarrierFault("down"), new Dispatch.Handed("ref-1"));
        later(Duration.ofSeconds(4));
        receive("ref-1", DELIVERED, "000");
        Worked worked = work();

        History history = history(verification);
        assertThat(worked.outcomes())
                .singleElement()
                .extracting(Outcome::state, Outcome::sinceHanded)
                .containsExactly(DELIVERED, Duration.ofSeconds(4));
        assertThat(history.state()).isEqualTo("delivered");
        assertThat(history.to()).contains(Given.phone(1).masked());
        assertThat(history.dispatches())
                .extracting(History.Handing::number, History.Handing::result, History.Handing::error)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "carrier-fault", Optional.of("down")),
                        org.assertj.core.groups.Tuple.tuple(2, "handed", Optional.empty()));
        assertThat(history.parts()).singleElement().satisfies(part -> {
            assertThat(part.dispatch()).isEqualTo(2);
            assertThat(part.reference()).isEqualTo("ref-1");
            assertThat(part.state()).isEqualTo(DELIVERED);
            assertThat(part.error()).contains("000");
            assertThat(part.at()).contains(clock.instant());
        });
        assertThat(node().history().latestState(Given.TENANT.id(), verification.id()))
                .contains("delivered");
    }

    @Test
    void another_tenants_message_is_not_shown() {
        Verification verification = handed("ref-1");
        History history = history(verification);

        assertThat(node().history().find(Given.TENANT.id(), history.id())).contains(history);
        assertThat(node().history().find(Given.OTHER.id(), history.id())).isEmpty();
        assertThat(node().history().ofVerification(Given.OTHER.id(), verification.id()))
                .isEmpty();
        assertThat(node().history().latestState(Given.OTHER.id(), verification.id()))
                .isEmpty();
    }

    @Test
    void a_delivery_outweighs_a_failure_in_any_order_and_the_same_word_twice_is_one() {
        long seed = System.nanoTime();
        for (int n = 0; n < 30; n++) {
            Verification verification = handed("ref-" + n);
            List<State> words =
                    new ArrayList<>(List.of(UNDERWAY, UNDERWAY, UNDELIVERED, UNDELIVERED, DELIVERED, DELIVERED));
            Random random = new Random(seed + n);
            Collections.shuffle(words, random);
            List<Outcome> outcomes = new ArrayList<>();
            for (State word : words) {
                receive("ref-" + n, word, "");
                if (random.nextBoolean()) {
                    outcomes.addAll(work().outcomes());
                }
            }
            outcomes.addAll(work().outcomes());

            String which = "seed " + (seed + n) + ": " + words;
            assertThat(history(verification).state()).as(which).isEqualTo("delivered");
            assertThat(outcomes).as(which).extracting(Outcome::state).endsWith(DELIVERED);
            assertThat(outcomes.stream().filter(one -> one.state() == DELIVERED))
                    .as(which)
                    .hasSize(1);
            assertThat(outcomes).as(which).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void a_message_in_parts_is_delivered_when_all_are_and_lost_with_one() {
        Verification arrives = handed("a-1", "a-2", "a-3");
        Verification fails = handed("b-1", "b-2");
        receive("a-3", DELIVERED, "");
        receive("a-1", DELIVERED, "");
        receive("b-2", DELIVERED, "");
        assertThat(work().outcomes()).isEmpty();
        assertThat(history(arrives).state()).isEqualTo("handed");
        receive("a-2", DELIVERED, "");
        receive("b-1", UNDELIVERED, "27");
        work();

        assertThat(history(arrives).state()).isEqualTo("delivered");
        assertThat(history(fails).state()).isEqualTo("undelivered");
    }

    @Test
    void of_two_hand_overs_one_that_arrives_is_enough() {
        Verification verification = send(Given.demand(Given.registration(Given.phone(1))), code(1));
        DueMessage first = take().getFirst();
        later(LEASE);
        DueMessage again = take().getFirst();
        settle(first, new Dispatch.Handed("a"));
        settle(again, new Dispatch.Handed("b"));
        receive("a", UNDELIVERED, "");
        work();
        assertThat(history(verification).state()).isEqualTo("handed");
        receive("b", DELIVERED, "");
        work();

        assertThat(history(verification).state()).isEqualTo("delivered");
        assertThat(history(verification).dispatches()).hasSize(2);
    }

    @Test
    void a_receipt_that_overtakes_its_settlement_is_matched_later() {
        Verification verification = send(Given.demand(Given.registration(Given.phone(1))), code(1));
        DueMessage due = take().getFirst();
        receive("early", DELIVERED, "");
        assertThat(work()).isEqualTo(new Worked(1, List.of(), 0));
        settle(due, new Dispatch.Handed("early"));
        later(Duration.ofSeconds(1));
        work();

        assertThat(history(verification).state()).isEqualTo("delivered");
    }

    @Test
    void what_nobody_knows_is_kept_a_day_and_then_forgotten() {
        receive("nobody's", DELIVERED, "");
        int looked = 0;
        int forgotten = 0;
        for (int minute = 0; minute <= 25 * 60; minute++) {
            Worked worked = work();
            looked += worked.looked();
            forgotten += worked.forgotten();
            assertThat(forgotten).isEqualTo(minute >= 25 * 60 ? 1 : forgotten);
            later(Duration.ofMinutes(1));
        }

        assertThat(forgotten).isEqualTo(1);
        assertThat(looked).isBetween(10, 50);
        Verification late = handed("nobody's");
        assertThat(work().looked()).isZero();
        assertThat(history(late).state()).isEqualTo("handed");
    }

    @Test
    void another_carriers_receipt_of_the_same_id_is_not_this_ones() {
        Verification verification = handed("ref-1");
        node().receipts().add(new Receipt("carrier-2", "ref-1", DELIVERED, "", clock.instant()), clock.instant());
        work();

        assertThat(history(verification).state()).isEqualTo("handed");
    }

    @Test
    void many_receipts_at_once_in_two_processes_are_told_once_each() {
        for (int n = 0; n < 40; n++) {
            handed("ref-" + n);
        }
        Race.of(80, n -> {
            Node at = n % 2 == 0 ? node() : installation().another();
            at.receipts()
                    .add(new Receipt(Given.CARRIER, "ref-" + n / 2, DELIVERED, "", clock.instant()), clock.instant());
            return 0;
        });
        List<Worked> worked = Race.of(
                20,
                n -> (n % 2 == 0 ? node() : installation().another()).receipts().work(7, clock.instant()));

        assertThat(worked.stream().mapToInt(one -> one.outcomes().size()).sum()).isEqualTo(40);
    }

    @Test
    void a_receipt_of_a_used_code_is_recorded_too_and_the_use_is_told_once() {
        Verification verification = handed("ref-1");
        later(Duration.ofSeconds(9));
        accepted(redeem(verification.binding(), code(sent)));
        receive("ref-1", DELIVERED, "");
        work();

        assertThat(history(verification).state()).isEqualTo("delivered");
        assertThat(node().receipts().completions(10))
                .extracting(Completion::sinceHanded)
                .containsExactly(Duration.ofSeconds(9));
        assertThat(installation().another().receipts().completions(10)).isEmpty();
    }

    @Test
    void a_carriers_tempo_counts_what_came_late_and_what_should_have_come() {
        handed("quick");
        handed("late");
        handed("lost");
        receive("quick", DELIVERED, "");
        work();
        assertThat(tempos()).containsExactly(new Tempo(Given.CARRIER, Channel.SMS, 1, 0));
        later(Duration.ofMinutes(6));
        receive("late", DELIVERED, "");
        work();
        handed("new");

        assertThat(tempos()).containsExactly(new Tempo(Given.CARRIER, Channel.SMS, 3, 2));
        later(Duration.ofMinutes(10));
        assertThat(tempos()).containsExactly(new Tempo(Given.CARRIER, Channel.SMS, 1, 1));
    }

    @Test
    void who_never_gives_receipts_has_no_tempo() {
        handed("never");
        later(Duration.ofMinutes(10));

        assertThat(tempos()).isEmpty();
    }

    private List<Tempo> tempos() {
        return node().tempos().tempos(clock.instant());
    }

    private Verification handed(String... references) {
        sent++;
        Verification verification = send(Given.demand(Given.registration(Given.phone(sent))), code(sent));
        settle(new Dispatch.Handed(List.of(references)));
        return verification;
    }

    private List<DueMessage> take() {
        return node().outbox().take(10, clock.instant(), LEASE);
    }

    private void settle(Dispatch... answers) {
        settle(take().getFirst(), answers);
    }

    private void settle(DueMessage due, Dispatch... answers) {
        node().outbox().settle(List.of(Given.settled(due, clock.instant(), answers)), clock.instant());
    }

    private void receive(String reference, State state, String error) {
        node().receipts().add(new Receipt(Given.CARRIER, reference, state, error, clock.instant()), clock.instant());
    }

    private Worked work() {
        return node().receipts().work(100, clock.instant());
    }

    private History history(Verification verification) {
        return node().history()
                .ofVerification(Given.TENANT.id(), verification.id())
                .getFirst();
    }
}
