package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.DueMessage;
import dev.countersign.delivery.Outbox;
import dev.countersign.delivery.Outbox.Settlement;
import dev.countersign.refusal.SendRefusal;
import dev.countersign.verification.Binding;
import dev.countersign.verification.ResendPolicy;
import dev.countersign.verification.VerificationPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every outbox keeps: a message is taken by one, and until it is settled never forgotten.
public abstract class OutboxContract extends StoreContract {
    private static final Duration LEASE = Duration.ofSeconds(30);

    @Test
    void a_message_is_not_taken_again_during_its_lease_and_is_after_it() {
        sends(1);
        DueMessage first = take(10).getFirst();
        later(LEASE.minusMillis(1));

        assertThat(take(10)).isEmpty();
        later(Duration.ofMillis(1));
        DueMessage again = take(10).getFirst();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.attempt()).isEqualTo(1);
    }

    @Test
    void messages_are_taken_oldest_first_and_no_more_than_asked_for() {
        for (int n = 0; n < 5; n++) {
            send(Given.demand(Given.registration(Given.phone(n))), code(n));
            later(Duration.ofMillis(1));
        }

        assertThat(take(3)).extracting(due -> due.code().orElseThrow()).containsExactly(code(0), code(1), code(2));
        assertThat(take(3)).extracting(due -> due.code().orElseThrow()).containsExactly(code(3), code(4));
    }

    @Test
    void a_handed_message_is_done() {
        sends(1);
        settle(new Dispatch.Handed("ref 1"));

        assertThat(outgoing()).isZero();
        later(Duration.ofMinutes(1));
        assertThat(take(10)).isEmpty();
    }

    @Test
    void a_carriers_fault_is_tried_again_when_it_is_due() {
        sends(1);
        settle(new Dispatch.CarrierFault("down"));
        assertThat(take(10)).isEmpty();
        later(Duration.ofSeconds(2));

        assertThat(take(10)).extracting(DueMessage::attempt).containsExactly(1);
    }

    @Test
    void who_was_busy_or_had_no_room_has_not_tried() {
        sends(1);
        settle(new Dispatch.Busy(Duration.ofSeconds(2)));
        assertThat(take(10)).isEmpty();
        later(Duration.ofSeconds(2));
        settle();
        later(Duration.ofSeconds(2));

        assertThat(take(10)).extracting(DueMessage::attempt).containsExactly(0);
    }

    @Test
    void every_carrier_that_failed_in_one_take_counts() {
        sends(1);
        settle(new Dispatch.CarrierFault("down"), new Dispatch.CarrierFault("down, too"));
        later(Duration.ofSeconds(2));

        assertThat(take(10)).extracting(DueMessage::attempt).containsExactly(2);
    }

    @Test
    void who_may_have_it_is_remembered_until_the_end() {
        sends(1);
        settle(new Dispatch.CarrierFault("timeout", true));
        later(Duration.ofSeconds(2));
        settle(new Dispatch.CarrierFault("down"));
        later(Duration.ofSeconds(2));

        assertThat(take(10)).extracting(due -> due.past().perhapsWith()).containsExactly(Optional.of(Given.CARRIER));
    }

    @Test
    void a_renewed_lease_holds_and_a_settled_message_is_not_leased_again() {
        sends(2);
        List<DueMessage> both = take(10);
        node().outbox()
                .settle(
                        List.of(Given.settled(both.getFirst(), clock.instant(), new Dispatch.Handed("r"))),
                        clock.instant());
        later(LEASE.minusMillis(1));
        node().outbox()
                .renew(
                        both.stream().map(DueMessage::id).toList(),
                        clock.instant().plus(LEASE));
        later(LEASE.minusMillis(1));
        assertThat(take(10)).isEmpty();
        later(Duration.ofMillis(1));

        assertThat(take(10))
                .extracting(DueMessage::id)
                .containsExactly(both.getLast().id());
    }

    @Test
    void a_message_knows_when_it_was_written() {
        Instant written = clock.instant();
        sends(1);
        later(Duration.ofSeconds(5));

        assertThat(take(10)).extracting(due -> due.past().createdAt()).containsExactly(written);
    }

    @Test
    void a_destinations_fault_is_final() {
        sends(1);
        settle(new Dispatch.DestinationFault("no such number"));
        later(Duration.ofMinutes(1));

        assertThat(take(10)).isEmpty();
        assertThat(outgoing()).isZero();
    }

    @Test
    void a_message_whose_code_was_used_is_dropped() {
        sends(2);
        accepted(redeem(binding(0), code(0)));

        assertThat(take(10)).extracting(due -> due.code().orElseThrow()).containsExactly(code(1));
        assertThat(outgoing()).isEqualTo(1);
    }

    @Test
    void a_message_whose_code_was_replaced_is_dropped() {
        VerificationPolicy policy =
                new PolicyNumbers().resend(ResendPolicy.ROTATE).build();
        send(Given.demand(binding(0)), code(1), policy);
        later(Duration.ofSeconds(60));
        send(Given.demand(binding(0)), code(2), policy);

        assertThat(take(1)).extracting(due -> due.code().orElseThrow()).containsExactly(code(2));
    }

    @Test
    void a_message_whose_code_has_ended_is_not_sent() {
        sends(1);
        later(Duration.ofMinutes(10));

        assertThat(take(10)).isEmpty();
        assertThat(outgoing()).isZero();
    }

    @Test
    void what_was_dropped_does_not_hide_what_is_due() {
        sends(6);
        for (int n = 0; n < 5; n++) {
            accepted(redeem(binding(n), code(n)));
        }

        assertThat(take(2)).extracting(due -> due.code().orElseThrow()).containsExactly(code(5));
    }

    @Test
    void released_leases_are_due_at_once() {
        sends(1);
        take(10);
        node().outbox().releaseLeases();

        assertThat(take(10)).extracting(DueMessage::attempt).containsExactly(1);
    }

    @Test
    void a_send_that_was_dropped_still_counts_for_the_ceilings() {
        sends(1);
        accepted(redeem(binding(0), code(0)));
        take(10);

        assertThat(refusal(() -> send(Given.demand(binding(0)), code(2))))
                .isInstanceOf(SendRefusal.ResendTooSoon.class);
    }

    @Test
    void many_takers_in_two_processes_take_each_message_once() {
        sends(100);
        List<List<DueMessage>> taken = Race.of(20, n -> {
            Outbox outbox =
                    n % 2 == 0 ? node().outbox() : installation().another().outbox();
            return outbox.take(7, clock.instant(), LEASE);
        });

        List<String> ids =
                taken.stream().flatMap(List::stream).map(DueMessage::id).toList();
        Set<String> distinct = new HashSet<>(ids);
        assertThat(ids).hasSameSizeAs(distinct).hasSize(100);
    }

    private static Binding binding(int n) {
        return Given.registration(Given.phone(n));
    }

    private void sends(int count) {
        for (int n = 0; n < count; n++) {
            send(Given.demand(binding(n)), code(n));
        }
    }

    private List<DueMessage> take(int most) {
        return node().outbox().take(most, clock.instant(), LEASE);
    }

    private void settle(Dispatch... answers) {
        List<Settlement> settlements = new ArrayList<>();
        for (DueMessage due : take(10)) {
            settlements.add(Given.settled(due, clock.instant(), answers));
        }
        node().outbox().settle(settlements, clock.instant());
    }
}
