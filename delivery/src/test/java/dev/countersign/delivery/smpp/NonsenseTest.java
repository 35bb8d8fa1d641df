package dev.countersign.delivery.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.delivery.Dispatch;
import dev.countersign.value.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jsmpp.SMPPConstant;
import org.junit.jupiter.api.Test;

/// Message centres that answer nonsense, nothing, or a megabyte.
final class NonsenseTest {
    private static final Duration SOON = Duration.ofMillis(200);
    private static final Duration NEVER = Duration.ofMinutes(10);

    @Test
    void who_speaks_another_language_is_left_and_tried_again() {
        try (RawPeer peer = new RawPeer(pdu -> "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                Rig rig = rig(peer, NEVER)) {
            assertThat(Rig.next(rig.losses)).isEqualTo("bind: connection lost");
            assertThat(Rig.next(rig.losses)).isEqualTo("bind: connection lost");
            assertThat(rig.carrier.ready()).isFalse();
            assertThat(rig.dispatch("m-1", "a")).isEqualTo(new Dispatch.CarrierFault("no session is bound"));
        }
    }

    @Test
    void a_length_of_two_gigabytes_takes_no_memory() {
        byte[] huge = ByteBuffer.allocate(16).putInt(0x7fffffff).array();
        try (RawPeer peer = new RawPeer(bound(submit -> huge));
                Rig rig = rig(peer, NEVER).awaitReady()) {
            assertThat(rig.dispatch("m-1", "a")).isEqualTo(new Dispatch.CarrierFault("connection lost"));
            assertThat(Rig.next(rig.losses)).isEqualTo("not SMPP");
        }
    }

    @Test
    void a_megabyte_of_noise_ends_one_session_and_no_more() {
        Random random = new Random(7);
        try (RawPeer peer = new RawPeer(bound(submit -> {
                    byte[] noise = new byte[1 << 20];
                    random.nextBytes(noise);
                    noise[0] = 0x55;
                    return noise;
                }));
                Rig rig = rig(peer, NEVER).awaitReady()) {
            assertThat(rig.dispatch("m-1", "a")).isInstanceOf(Dispatch.CarrierFault.class);
            Rig.next(rig.bound);
            Rig.next(rig.bound);
        }
    }

    @Test
    void an_answer_to_another_question_is_the_carriers_fault() {
        try (RawPeer peer = new RawPeer(
                        bound(submit -> RawPeer.header(SMPPConstant.CID_QUERY_SM_RESP, 0, submit.sequence())));
                Rig rig = rig(peer, NEVER).awaitReady()) {
            assertThat(rig.dispatch("m-1", "a")).isEqualTo(new Dispatch.CarrierFault("answered by another command"));
        }
    }

    @Test
    void a_generic_nack_is_the_carriers_fault() {
        try (RawPeer peer = new RawPeer(bound(submit -> RawPeer.header(
                        SMPPConstant.CID_GENERIC_NACK, SMPPConstant.STAT_ESME_RINVCMDID, submit.sequence())));
                Rig rig = rig(peer, NEVER).awaitReady()) {
            assertThat(rig.dispatch("m-1", "a")).isEqualTo(new Dispatch.CarrierFault("ESME_RINVCMDID 0x00000003"));
        }
    }

    @Test
    void an_acceptance_without_an_id_is_an_acceptance() {
        try (RawPeer peer = new RawPeer(
                        bound(submit -> RawPeer.header(SMPPConstant.CID_SUBMIT_SM_RESP, 0, submit.sequence())));
                Rig rig = rig(peer, NEVER).awaitReady()) {
            assertThat(rig.dispatch("m-1", "a")).isEqualTo(new Dispatch.Handed(List.of()));
        }
    }

    @Test
    void an_id_without_its_end_is_an_id() {
        byte[] id = "abc".getBytes(StandardCharsets.US_ASCII);
        try (RawPeer peer = new RawPeer(
                        bound(submit -> RawPeer.pdu(SMPPConstant.CID_SUBMIT_SM_RESP, 0, submit.sequence(), id)));
                Rig rig = rig(peer, NEVER).awaitReady()) {
            assertThat(rig.dispatch("m-1", "a")).isEqualTo(new Dispatch.Handed("abc"));
        }
    }

    @Test
    void who_does_not_take_us_for_bound_is_bound_again() {
        try (RawPeer peer = new RawPeer(bound(submit -> RawPeer.header(
                        SMPPConstant.CID_SUBMIT_SM_RESP, SMPPConstant.STAT_ESME_RINVBNDSTS, submit.sequence())));
                Rig rig = rig(peer, NEVER).awaitReady()) {
            assertThat(rig.dispatch("m-1", "a")).isEqualTo(new Dispatch.CarrierFault("ESME_RINVBNDSTS 0x00000004"));
            Rig.next(rig.bound);
            Rig.next(rig.bound);
        }
    }

    @Test
    void who_never_answers_a_message_costs_it_the_time_that_is_set() {
        try (RawPeer peer = new RawPeer(bound(submit -> new byte[0]));
                Rig rig = rig(peer, SOON).awaitReady()) {
            assertThat(rig.dispatch("m-1", "a")).isEqualTo(new Dispatch.CarrierFault("no answer in time"));
        }
    }

    @Test
    void who_never_answers_a_bind_is_tried_again() {
        try (RawPeer peer = new RawPeer(pdu -> new byte[0]);
                Rig rig = rig(peer, SOON)) {
            assertThat(Rig.next(rig.losses)).isEqualTo("bind: no answer in time");
            assertThat(Rig.next(rig.losses)).isEqualTo("bind: no answer in time");
        }
    }

    @Test
    void who_stops_within_an_answer_is_left() {
        try (RawPeer peer = new RawPeer(bound(submit -> new byte[] {0, 0, 0, 20, 1}));
                Rig rig = rig(peer, SOON).awaitReady()) {
            assertThat(rig.dispatch("m-1", "a")).isInstanceOf(Dispatch.CarrierFault.class);
            assertThat(Rig.next(rig.losses)).isEqualTo("stopped within a PDU");
        }
    }

    @Test
    void a_password_longer_than_the_specification_allows_is_sent() {
        try (RawPeer peer = new RawPeer(bound(submit -> new byte[0]));
                Rig rig = new Rig(Rig.with(
                        Rig.settings(peer.port()),
                        SmppSettings.Bind.standard("countersign", Secret.of("longer-than-eight"))))) {
            rig.awaitReady();
            assertThat(new String(Rig.next(peer.heard).octets(), StandardCharsets.US_ASCII))
                    .contains("countersign\0longer-than-eight\0\0" + (char) 0x34);
        }
    }

    @Test
    void what_is_unknown_is_answered_by_a_nack_and_what_is_known_is_answered() {
        ByteBuffer both = ByteBuffer.allocate(4 * 16)
                .put(RawPeer.header(0x00010203, 0, 77))
                .put(RawPeer.header(SMPPConstant.CID_ALERT_NOTIFICATION, 0, 78))
                .put(RawPeer.header(SMPPConstant.CID_OUTBIND, 0, 79))
                .put(RawPeer.header(SMPPConstant.CID_ENQUIRE_LINK, 0, 80));
        try (RawPeer peer = new RawPeer(bound(submit -> both.array()));
                Rig rig = rig(peer, SOON).awaitReady()) {
            CompletableFuture<Dispatch> unanswered = rig.later("m-1", "a");
            Rig.next(peer.heard);
            Rig.next(peer.heard);
            Pdu nack = Rig.next(peer.heard);
            assertThat(nack.command()).isEqualTo(SMPPConstant.CID_GENERIC_NACK);
            assertThat(nack.sequence()).isEqualTo(77);
            Pdu alive = Rig.next(peer.heard);
            assertThat(alive.command()).isEqualTo(SMPPConstant.CID_ENQUIRE_LINK_RESP);
            assertThat(alive.sequence()).isEqualTo(80);
            assertThat(unanswered.join()).isEqualTo(new Dispatch.CarrierFault("no answer in time"));
        }
    }

    /// Takes binds and unbinds, and answers messages with something else.
    private static Function<Pdu, byte[]> bound(Function<Pdu, byte[]> submit) {
        return pdu -> switch (pdu.command()) {
            case SMPPConstant.CID_SUBMIT_SM -> submit.apply(pdu);
            case SMPPConstant.CID_BIND_TRANSCEIVER, SMPPConstant.CID_UNBIND, SMPPConstant.CID_ENQUIRE_LINK ->
                RawPeer.header(pdu.command() | SMPPConstant.MASK_CID_RESP, 0, pdu.sequence());
            default -> new byte[0];
        };
    }

    private static Rig rig(RawPeer peer, Duration answerWithin) {
        return new Rig(Rig.with(Rig.settings(peer.port()), Rig.flow(10, answerWithin, Duration.ofMinutes(10))));
    }
}
