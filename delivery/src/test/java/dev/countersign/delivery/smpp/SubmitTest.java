package dev.countersign.delivery.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.smpp.SmppSettings.Alphabet;
import dev.countersign.delivery.smpp.SmppSettings.Alphabets;
import dev.countersign.delivery.smpp.SmppSettings.Concatenation;
import dev.countersign.delivery.smpp.SmppSettings.Receipts;
import dev.countersign.delivery.smpp.SmppSettings.Sender;
import dev.countersign.delivery.smpp.SmppSettings.Validity;
import dev.countersign.delivery.smpp.SmppSettings.Wording;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.segment.Gsm7;
import dev.countersign.testkit.smsc.Answer;
import dev.countersign.testkit.smsc.TestSmsc;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a message centre gets to see of a message, and what its answers mean.
final class SubmitTest {
    private static final int VENDOR_TAG = 0x1501;

    private final TestSmsc smsc = TestSmsc.plain();

    @AfterEach
    void stop() {
        smsc.close();
    }

    @Test
    void a_code_is_handed_over_and_its_reference_told() {
        try (Rig rig = rig(Wording.standard())) {
            assertThat(rig.dispatch("m-1", "Your code is 123456")).isEqualTo(new Dispatch.Handed(List.of("1")));
        }
        SubmitSm submit = only();
        assertThat(submit.getDestAddress()).isEqualTo("85261234567");
        assertThat(submit.getDestAddrTon()).isEqualTo((byte) 1);
        assertThat(submit.getDestAddrNpi()).isEqualTo((byte) 1);
        assertThat(submit.getSourceAddr()).isEqualTo("Acme");
        assertThat(submit.getSourceAddrTon()).isEqualTo((byte) 5);
        assertThat(submit.getSourceAddrNpi()).isEqualTo((byte) 0);
        assertThat(submit.getDataCoding()).isEqualTo((byte) 0);
        assertThat(submit.getEsmClass()).isEqualTo((byte) 0);
        assertThat(submit.getRegisteredDelivery()).isEqualTo((byte) 1);
        assertThat(submit.getValidityPeriod()).matches("000000000[45]\\d\\d000R");
        assertThat(submit.getShortMessage()).asString(StandardCharsets.US_ASCII).isEqualTo("Your code is 123456");
        assertThat(octets(submit, Tag.USER_MESSAGE_REFERENCE.code())).hasSize(2);
    }

    @Test
    void the_whole_id_travels_in_a_vendors_tag() {
        Wording wording = new Wording(
                Alphabets.standard(),
                Concatenation.HEADER,
                Validity.ABSOLUTE,
                new Receipts(false, SmppSettings.IdForm.TEXT, SmppSettings.IdForm.TEXT),
                OptionalInt.of(VENDOR_TAG));
        try (Rig rig = rig(wording)) {
            rig.dispatch("m-1", "Your code is 123456");
        }
        SubmitSm submit = only();
        assertThat(octets(submit, (short) VENDOR_TAG))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("m-1");
        assertThat(submit.getValidityPeriod()).matches("\\d{12}000\\+");
        assertThat(submit.getRegisteredDelivery()).isEqualTo((byte) 0);
    }

    @Test
    void a_country_sees_its_own_sender() {
        Sender sender = new Sender(
                Optional.empty(),
                Map.of(
                        "852", new Source("+85230001234", Source.Kind.AUTO),
                        "8526", new Source("12345", Source.Kind.AUTO)),
                1,
                1,
                true);
        try (Rig rig = new Rig(Rig.with(Rig.settings(smsc.port()), sender)).awaitReady()) {
            rig.dispatch("m-1", "a");
            rig.carrier.dispatch(Rig.message("m-2", "b", new PhoneNumber("852", "51234567")));
            rig.carrier.dispatch(Rig.message("m-3", "c", new PhoneNumber("41", "791234567")));
        }
        assertThat(smsc.submitted())
                .extracting(SubmitSm::getDestAddress, SubmitSm::getSourceAddr, SubmitSm::getSourceAddrTon)
                .containsExactly(
                        tuple("+85261234567", "12345", (byte) 3),
                        tuple("+85251234567", "85230001234", (byte) 1),
                        tuple("+41791234567", null, (byte) 0));
    }

    @Test
    void a_long_text_travels_in_parts_tied_by_header() {
        String text = "a".repeat(152) + "€" + "b".repeat(30);
        try (Rig rig = rig(Wording.standard())) {
            assertThat(rig.dispatch("m-1", text)).isEqualTo(new Dispatch.Handed(List.of("1", "2")));
        }
        List<SubmitSm> parts = smsc.submitted();
        byte reference = parts.getFirst().getShortMessage()[3];
        assertThat(header(parts.get(0))).containsExactly(5, 0, 3, reference, 2, 1);
        assertThat(header(parts.get(1))).containsExactly(5, 0, 3, reference, 2, 2);
        assertThat(parts).extracting(SubmitSm::getEsmClass).containsOnly((byte) 0x40);
        assertThat(Gsm7.decode(body(parts.get(0)))).isEqualTo("a".repeat(152));
        assertThat(Gsm7.decode(body(parts.get(1)))).isEqualTo("€" + "b".repeat(30));
    }

    @Test
    void a_long_text_travels_in_parts_tied_by_tlvs() {
        Wording wording = new Wording(
                Alphabets.standard(), Concatenation.TLV, Validity.NONE, Receipts.standard(), OptionalInt.empty());
        try (Rig rig = rig(wording)) {
            rig.dispatch("m-1", "a".repeat(200));
        }
        List<SubmitSm> parts = smsc.submitted();
        assertThat(parts).extracting(SubmitSm::getEsmClass).containsOnly((byte) 0);
        assertThat(parts).extracting(SubmitSm::getValidityPeriod).containsOnlyNulls();
        assertThat(parts)
                .extracting(part -> octets(part, Tag.SAR_SEGMENT_SEQNUM.code())[0])
                .containsExactly((byte) 1, (byte) 2);
        assertThat(parts)
                .extracting(part -> octets(part, Tag.SAR_TOTAL_SEGMENTS.code())[0])
                .containsOnly((byte) 2);
        assertThat(octets(parts.get(0), Tag.SAR_MSG_REF_NUM.code()))
                .hasSize(2)
                .isEqualTo(octets(parts.get(1), Tag.SAR_MSG_REF_NUM.code()));
        assertThat(parts).extracting(part -> part.getShortMessage().length).containsExactly(153, 47);
    }

    @Test
    void other_scripts_travel_in_ucs2_and_no_emoji_is_cut() {
        String text = "验".repeat(66) + "😀" + "验证码";
        try (Rig rig = rig(Wording.standard())) {
            rig.dispatch("m-1", text);
        }
        List<SubmitSm> parts = smsc.submitted();
        assertThat(parts).extracting(SubmitSm::getDataCoding).containsOnly((byte) 8);
        assertThat(parts)
                .extracting(part -> new String(body(part), StandardCharsets.UTF_16BE))
                .containsExactly("验".repeat(66), "😀验证码");
    }

    @Test
    void a_message_centre_of_latin1_gets_latin1_and_ucs2_beyond_it() {
        Wording wording = new Wording(
                new Alphabets(Alphabet.LATIN1, 3, 8),
                Concatenation.HEADER,
                Validity.RELATIVE,
                Receipts.standard(),
                OptionalInt.empty());
        try (Rig rig = rig(wording)) {
            rig.dispatch("m-1", "Ihr Code für Zürich: 123456 @");
            rig.dispatch("m-2", "5 €");
        }
        List<SubmitSm> both = smsc.submitted();
        assertThat(both).extracting(SubmitSm::getDataCoding).containsExactly((byte) 3, (byte) 8);
        assertThat(both.getFirst().getShortMessage())
                .asString(StandardCharsets.ISO_8859_1)
                .isEqualTo("Ihr Code für Zürich: 123456 @");
    }

    @Test
    void an_unknown_number_is_the_numbers_fault_and_the_rest_the_carriers() {
        try (Rig rig = rig(Wording.standard())) {
            smsc.answers((number, submit) -> new Answer.Refused(SMPPConstant.STAT_ESME_RINVDSTADR));
            assertThat(rig.dispatch("m-1", "a")).isEqualTo(new Dispatch.DestinationFault("ESME_RINVDSTADR 0x0000000b"));
            smsc.answers((number, submit) -> new Answer.Refused(SMPPConstant.STAT_ESME_RSYSERR));
            assertThat(rig.dispatch("m-2", "a")).isEqualTo(new Dispatch.CarrierFault("ESME_RSYSERR 0x00000008"));
            smsc.answers((number, submit) -> new Answer.Refused(0x4ff));
            assertThat(rig.dispatch("m-3", "a")).isEqualTo(new Dispatch.CarrierFault("0x000004ff"));
        }
    }

    @Test
    void what_is_no_number_or_too_long_a_one_is_not_sent() {
        try (Rig rig = rig(Wording.standard())) {
            assertThat(rig.carrier.dispatch(Rig.message("m-1", "a", new MailAddress("alice@example.com"))))
                    .isInstanceOf(Dispatch.DestinationFault.class);
            assertThat(rig.carrier.dispatch(Rig.message("m-2", "a", new PhoneNumber("852", "1".repeat(30)))))
                    .isInstanceOf(Dispatch.DestinationFault.class);
            assertThat(rig.dispatch("m-3", "a".repeat(153 * 256))).isInstanceOf(Dispatch.CarrierFault.class);
        }
        assertThat(smsc.submitted()).isEmpty();
    }

    @Test
    void a_message_whose_second_part_fails_has_failed_and_bears_the_same_references_again() {
        try (Rig rig = rig(Wording.standard())) {
            smsc.answers((number, submit) -> number == 1
                    ? new Answer.Refused(SMPPConstant.STAT_ESME_RSUBMITFAIL)
                    : new Answer.Taken("id-" + number));
            assertThat(rig.dispatch("m-1", "a".repeat(200))).isInstanceOf(Dispatch.CarrierFault.class);
            assertThat(rig.dispatch("m-1", "a".repeat(200))).isEqualTo(new Dispatch.Handed(List.of("id-2", "id-3")));
        }
        List<SubmitSm> parts = smsc.submitted();
        assertThat(header(parts.get(2))).isEqualTo(header(parts.get(0)));
        assertThat(header(parts.get(3))).isEqualTo(header(parts.get(1)));
        assertThat(octets(parts.get(2), Tag.USER_MESSAGE_REFERENCE.code()))
                .isEqualTo(octets(parts.get(0), Tag.USER_MESSAGE_REFERENCE.code()));
    }

    @Test
    void only_the_part_that_was_too_much_is_sent_again() {
        try (Rig rig = rig(Wording.standard())) {
            smsc.answers((number, submit) -> number == 1
                    ? new Answer.Refused(SMPPConstant.STAT_ESME_RTHROTTLED)
                    : new Answer.Taken("id-" + number));
            assertThat(rig.dispatch("m-1", "a".repeat(200))).isEqualTo(new Dispatch.Handed(List.of("id-0", "id-2")));
        }
        assertThat(smsc.submitted()).extracting(part -> (int) header(part)[5]).containsExactly(1, 2, 2);
    }

    private Rig rig(Wording wording) {
        return new Rig(Rig.with(Rig.settings(smsc.port()), wording)).awaitReady();
    }

    private SubmitSm only() {
        assertThat(smsc.submitted()).hasSize(1);
        return smsc.submitted().getFirst();
    }

    private static byte[] header(SubmitSm part) {
        return Arrays.copyOf(part.getShortMessage(), 6);
    }

    private static byte[] body(SubmitSm part) {
        return Arrays.copyOfRange(part.getShortMessage(), 6, part.getShortMessage().length);
    }

    private static byte[] octets(SubmitSm submit, short tag) {
        OptionalParameter found = submit.getOptionalParameter(tag);
        assertThat(found).as("tag %x", tag).isNotNull();
        byte[] whole = found.serialize();
        return Arrays.copyOfRange(whole, 4, whole.length);
    }
}
