package dev.countersign.delivery.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.Receipt;
import dev.countersign.delivery.Receipt.State;
import dev.countersign.delivery.smpp.SmppSettings.Alphabets;
import dev.countersign.delivery.smpp.SmppSettings.Concatenation;
import dev.countersign.delivery.smpp.SmppSettings.IdForm;
import dev.countersign.delivery.smpp.SmppSettings.Validity;
import dev.countersign.delivery.smpp.SmppSettings.Wording;
import dev.countersign.testkit.smsc.Answer;
import dev.countersign.testkit.smsc.TestSmsc;
import dev.countersign.value.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Receipts: their forms, and what happens when they come early, twice, late, or can't be kept.
final class ReceiptTest {
    private static final int RECEIPT = 4;
    private static final OptionalInt TAKEN = OptionalInt.of(SMPPConstant.STAT_ESME_ROK);
    private static final OptionalInt AGAIN = OptionalInt.of(SMPPConstant.STAT_ESME_RX_T_APPN);

    private final TestSmsc smsc = TestSmsc.plain();

    @AfterEach
    void stop() {
        smsc.close();
    }

    @Test
    void a_receipt_of_tlvs_is_handed_on() {
        try (Rig rig = rig(IdForm.TEXT, IdForm.TEXT)) {
            assertThat(smsc.receipt("abc", 2)).isEqualTo(TAKEN);
            Receipt receipt = Rig.next(rig.receipts);
            assertThat(receipt.carrier()).isEqualTo("hk");
            assertThat(receipt.reference()).isEqualTo("abc");
            assertThat(receipt.state()).isEqualTo(State.DELIVERED);
            assertThat(receipt.error()).isEmpty();
            smsc.deliver(
                    RECEIPT,
                    "",
                    new OptionalParameter.Receipted_message_id("abd"),
                    new OptionalParameter.Message_state((byte) 5),
                    new OptionalParameter.Network_error_code(new byte[] {3, 0, 34}));
            Receipt undelivered = Rig.next(rig.receipts);
            assertThat(undelivered.state()).isEqualTo(State.UNDELIVERED);
            assertThat(undelivered.error()).isEqualTo("3-34");
        }
    }

    @Test
    void a_receipt_of_text_is_handed_on() {
        try (Rig rig = rig(IdForm.TEXT, IdForm.TEXT)) {
            assertThat(smsc.deliver(
                            RECEIPT,
                            "id:0a1b sub:001 dlvrd:000 submit date:2611221200 done date:2611221201 stat:UNDELIV err:034"
                                    + " text:Your code id:666 stat:DELIVRD"))
                    .isEqualTo(TAKEN);
            Receipt receipt = Rig.next(rig.receipts);
            assertThat(receipt.reference()).isEqualTo("0a1b");
            assertThat(receipt.state()).isEqualTo(State.UNDELIVERED);
            assertThat(receipt.error()).isEqualTo("034");
        }
    }

    @Test
    void an_id_that_is_answered_in_hex_and_reported_in_decimal_is_one() {
        smsc.answers((number, submit) -> new Answer.Taken("00001A2B"));
        try (Rig rig = rig(IdForm.HEX, IdForm.DECIMAL)) {
            Dispatch outcome = rig.dispatch("m-1", "a");
            smsc.deliver(RECEIPT, "id:0000006699 stat:DELIVRD");
            smsc.receipt("1a2b", 2);
            assertThat(outcome).isEqualTo(new Dispatch.Handed("6699"));
            assertThat(Rig.next(rig.receipts).reference()).isEqualTo("6699");
            assertThat(Rig.next(rig.receipts).reference()).isEqualTo("6699");
        }
    }

    @Test
    void a_receipt_that_comes_before_its_answer_is_handed_on() {
        smsc.answers((number, submit) -> {
            smsc.receipt("early", 2);
            return new Answer.Taken("early");
        });
        try (Rig rig = rig(IdForm.TEXT, IdForm.TEXT)) {
            CompletableFuture<Dispatch> outcome = rig.later("m-1", "a");
            assertThat(Rig.next(rig.receipts).reference()).isEqualTo("early");
            assertThat(outcome.join()).isEqualTo(new Dispatch.Handed("early"));
        }
    }

    @Test
    void a_receipt_that_could_not_be_kept_is_asked_for_again() {
        List<Receipt> kept = new ArrayList<>();
        AtomicInteger tries = new AtomicInteger();
        Receipt.Intake failing = receipt -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("the database is away");
            }
            kept.add(receipt);
        };
        try (Rig rig = new Rig(Rig.settings(smsc.port()), failing).awaitReady()) {
            assertThat(smsc.receipt("abc", 2)).isEqualTo(AGAIN);
            assertThat(smsc.receipt("abc", 2)).isEqualTo(TAKEN);
            assertThat(smsc.receipt("abc", 2)).isEqualTo(TAKEN);
            assertThat(kept).extracting(Receipt::reference).containsExactly("abc", "abc");
            assertThat(rig.losses).isEmpty();
            assertThat(rig.faults).as("somebody hears of it").containsExactly("IllegalStateException");
        }
    }

    @Test
    void a_receipt_is_acknowledged_only_when_it_is_kept() {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Receipt.Intake slow = receipt -> {
            entered.countDown();
            await(goOn);
        };
        try (Rig rig = new Rig(Rig.settings(smsc.port()), slow).awaitReady()) {
            CompletableFuture<OptionalInt> acknowledged = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> acknowledged.complete(smsc.receipt("abc", 2)));
            await(entered);
            assertThat(acknowledged).isNotDone();
            // A slow receipt holds no message back.
            assertThat(rig.dispatch("m-1", "a")).isInstanceOf(Dispatch.Handed.class);
            assertThat(acknowledged).isNotDone();
            goOn.countDown();
            assertThat(acknowledged.join()).isEqualTo(TAKEN);
        }
    }

    @Test
    void a_receipt_whose_acknowledgement_is_lost_may_come_twice() {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger kept = new AtomicInteger();
        Receipt.Intake slow = receipt -> {
            kept.incrementAndGet();
            entered.countDown();
            await(goOn);
        };
        try (Rig rig = new Rig(Rig.settings(smsc.port()), slow).awaitReady()) {
            Thread.ofVirtual().start(() -> smsc.receipt("abc", 2));
            await(entered);
            smsc.drop();
            goOn.countDown();
            Rig.until(() -> smsc.binds() == 2 && rig.carrier.ready());
            assertThat(smsc.receipt("abc", 2)).isEqualTo(TAKEN);
            assertThat(kept).hasValue(2);
        }
    }

    @Test
    void more_than_can_be_kept_at_a_time_are_asked_for_again() {
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger entered = new AtomicInteger();
        Receipt.Intake stuck = receipt -> {
            entered.incrementAndGet();
            await(goOn);
        };
        try (Rig rig = new Rig(Rig.settings(smsc.port()), stuck).awaitReady()) {
            List<CompletableFuture<OptionalInt>> all = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                CompletableFuture<OptionalInt> one = new CompletableFuture<>();
                all.add(one);
                String id = "id-" + i;
                Thread.ofVirtual().start(() -> one.complete(smsc.receipt(id, 2)));
            }
            Rig.until(() -> entered.get() == 200);
            assertThat(smsc.receipt("one-more", 2)).isEqualTo(AGAIN);
            assertThat(rig.dispatch("m-1", "a")).isInstanceOf(Dispatch.Handed.class);
            goOn.countDown();
            assertThat(all).allSatisfy(one -> assertThat(one.join()).isEqualTo(TAKEN));
        }
    }

    @Test
    void what_a_person_writes_back_is_no_receipt_whatever_it_says() {
        try (Rig rig = rig(IdForm.TEXT, IdForm.TEXT)) {
            assertThat(smsc.deliver(0, "id:1 stat:DELIVRD")).isEqualTo(TAKEN);
            assertThat(smsc.deliver(0, "STOP")).isEqualTo(TAKEN);
            smsc.receipt("last", 2);
            assertThat(Rig.next(rig.receipts).reference()).isEqualTo("last");
            assertThat(rig.receipts).isEmpty();
            assertThat(rig.unreadable).isEmpty();
        }
    }

    @Test
    void a_receipt_that_says_nothing_is_not_asked_for_again() {
        try (Rig rig = rig(IdForm.TEXT, IdForm.TEXT)) {
            assertThat(smsc.deliver(RECEIPT, "hello")).isEqualTo(OptionalInt.of(SMPPConstant.STAT_ESME_RX_P_APPN));
            Rig.next(rig.unreadable);
            assertThat(rig.receipts).isEmpty();
        }
    }

    @Test
    void a_receiver_beside_a_transmitter_hears_receipts() {
        SmppSettings.Bind pair =
                new SmppSettings.Bind(SmppSettings.Mode.PAIR, 1, "countersign", Secret.of("secret"), "");
        try (Rig rig = new Rig(Rig.with(Rig.settings(smsc.port()), pair))) {
            Rig.until(() -> smsc.bound().size() == 2 && rig.bound.size() == 2);
            assertThat(rig.dispatch("m-1", "a")).isInstanceOf(Dispatch.Handed.class);
            assertThat(smsc.receipt("1", 2)).isEqualTo(TAKEN);
            assertThat(Rig.next(rig.receipts).reference()).isEqualTo("1");
        }
    }

    private Rig rig(IdForm answered, IdForm reported) {
        Wording wording = new Wording(
                Alphabets.standard(),
                Concatenation.HEADER,
                Validity.RELATIVE,
                new SmppSettings.Receipts(true, answered, reported),
                OptionalInt.empty());
        return new Rig(Rig.with(Rig.settings(smsc.port()), wording)).awaitReady();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
