package dev.countersign.server.dev.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.delivery.Carrier;
import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.Message;
import dev.countersign.destination.Channel;
import dev.countersign.destination.Destination;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.server.dev.exchange.Recipient;
import dev.countersign.server.dev.fault.ChosenFault.Wanted;
import dev.countersign.verification.Code;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class FaultyCarrierTest {
    private static final PhoneNumber ALICE = new PhoneNumber("852", "61234567");
    private static final MailAddress BOB = new MailAddress("bob@example.com");

    private final ChosenFaults faults = new ChosenFaults(new NoCodes(), span -> {});
    private final List<String> delivered = new ArrayList<>();
    private final List<String> receipts = new ArrayList<>();
    private final FaultyCarrier carrier = new FaultyCarrier(
            new Delivering(),
            faults,
            (reference, state, error, after) -> receipts.add(reference + " " + state + " " + after));

    private static final class NoCodes implements KnownCodes {
        @Override
        public Set<String> actions() {
            return Set.of();
        }

        @Override
        public boolean answers(String action, String code) {
            return false;
        }

        @Override
        public Set<String> published(String action) {
            return Set.of();
        }
    }

    private final class Delivering implements Carrier {
        @Override
        public String name() {
            return "delivering";
        }

        @Override
        public Dispatch dispatch(Message message) {
            delivered.add(message.id());
            return new Dispatch.Handed(message.id());
        }
    }

    private static Message message(Destination to) {
        return new Message(
                "m",
                1,
                Channel.SMS,
                to,
                Message.Written.plain("us", "text"),
                Optional.of(Code.of("123456")),
                "login",
                "en-US",
                Instant.MAX);
    }

    private static Wanted carrierFault(Optional<Recipient> to, boolean rejected, int times) {
        return new Wanted(Optional.empty(), to, new Failure.Carrier(rejected), times);
    }

    @Test
    void hands_over_when_nothing_was_chosen() {
        assertThat(carrier.name()).isEqualTo("delivering");
        assertThat(carrier.dispatch(message(ALICE))).isEqualTo(new Dispatch.Handed("m"));
        assertThat(delivered).containsExactly("m");
    }

    @Test
    void an_error_is_the_carriers_fault_and_the_next_try_succeeds() {
        faults.add(List.of(carrierFault(Optional.empty(), false, 1)));

        assertThat(carrier.dispatch(message(ALICE))).isInstanceOf(Dispatch.CarrierFault.class);
        assertThat(delivered).isEmpty();
        assertThat(carrier.dispatch(message(ALICE))).isInstanceOf(Dispatch.Handed.class);
    }

    @Test
    void a_rejection_is_the_destinations_fault() {
        faults.add(List.of(carrierFault(Optional.empty(), true, 1)));

        assertThat(carrier.dispatch(message(ALICE))).isInstanceOf(Dispatch.DestinationFault.class);
    }

    @Test
    void fails_only_for_the_recipient_that_was_chosen() {
        faults.add(List.of(
                carrierFault(Optional.of(Recipient.of(BOB)), false, 1),
                carrierFault(Optional.of(Recipient.of("85261234567", "to")), true, 1)));

        assertThat(carrier.dispatch(message(ALICE))).isInstanceOf(Dispatch.DestinationFault.class);
        assertThat(carrier.dispatch(message(ALICE))).isInstanceOf(Dispatch.Handed.class);
        assertThat(carrier.dispatch(message(BOB))).isInstanceOf(Dispatch.CarrierFault.class);
    }

    private void choose(Failure.Receipt.Kind kind) {
        faults.add(List.of(new Wanted(Optional.empty(), Optional.empty(), new Failure.Receipt(kind), 1)));
    }

    @Test
    void everything_arrives_but_what_was_chosen_not_to() {
        for (Failure.Receipt.Kind kind : Failure.Receipt.Kind.values()) {
            choose(kind);
            assertThat(carrier.dispatch(message(ALICE))).isInstanceOf(Dispatch.Handed.class);
        }
        carrier.dispatch(message(BOB));

        assertThat(delivered).hasSize(4);
        assertThat(receipts).containsExactly("m UNDELIVERED PT0S", "m DELIVERED PT6M", "m DELIVERED PT0S");
    }

    @Test
    void what_is_not_handed_over_has_no_receipt_and_uses_no_receipt_fault_up() {
        choose(Failure.Receipt.Kind.LOST);
        faults.add(List.of(carrierFault(Optional.empty(), false, 1)));
        carrier.dispatch(message(ALICE));
        assertThat(receipts).isEmpty();
        carrier.dispatch(message(ALICE));
        assertThat(receipts).isEmpty();
        carrier.dispatch(message(ALICE));

        assertThat(receipts).containsExactly("m DELIVERED PT0S");
    }

    @Test
    void a_fault_of_the_call_does_not_reach_the_carrier_nor_the_other_way_round() {
        faults.add(List.of(
                new Wanted(Optional.empty(), Optional.empty(), new Failure.Drop(), 1),
                carrierFault(Optional.empty(), false, 1)));

        assertThat(carrier.dispatch(message(ALICE))).isInstanceOf(Dispatch.CarrierFault.class);
        assertThat(carrier.dispatch(message(ALICE))).isInstanceOf(Dispatch.Handed.class);
        assertThat(faults.before("AnyAction", "")).isPresent();
        assertThat(faults.before("AnyAction", "")).isEmpty();
    }

    @Test
    void each_time_is_counted_exactly_however_many_arrive_together() throws Exception {
        faults.add(List.of(carrierFault(Optional.empty(), false, 100)));
        List<Future<Boolean>> failed = new ArrayList<>();
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 400; i++) {
                failed.add(together.submit(
                        () -> faults.atHandOver(Recipient.of(ALICE)).isPresent()));
            }
        }
        int count = 0;
        for (Future<Boolean> one : failed) {
            count += one.get() ? 1 : 0;
        }
        assertThat(count).isEqualTo(100);
        assertThat(faults.waiting()).isEmpty();
    }
}
