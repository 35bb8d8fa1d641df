package dev.countersign.delivery.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.delivery.smpp.SmppSettings.IdForm;
import dev.countersign.delivery.smpp.SmppSettings.Receipts;
import dev.countersign.testkit.TestClock;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.util.DefaultComposer;
import org.junit.jupiter.api.Test;

/// No octets make the reader fail. A failure names its seed.
final class ReceiptReaderProperties {
    private static final int TRIES = 20_000;

    private final long seed = System.nanoTime();
    private final RandomGenerator random = new Random(seed);
    private final ReceiptReader reader =
            new ReceiptReader("hk", new MessageIds(new Receipts(true, IdForm.HEX, IdForm.DECIMAL)), TestClock.atNoon());

    @Test
    void noise_is_read_without_a_fault() {
        for (int i = 0; i < TRIES; i++) {
            byte[] body = new byte[random.nextInt(120)];
            random.nextBytes(body);
            int command = random.nextBoolean() ? SMPPConstant.CID_DELIVER_SM : SMPPConstant.CID_DATA_SM;
            read(RawPeer.pdu(command, 0, i, body));
        }
    }

    @Test
    void a_receipt_with_some_octets_changed_or_cut_off_is_read_without_a_fault() throws PDUStringException {
        byte[] whole = new DefaultComposer()
                .deliverSm(
                        1,
                        "",
                        (byte) 1,
                        (byte) 1,
                        "85261234567",
                        (byte) 5,
                        (byte) 0,
                        "Acme",
                        (byte) 4,
                        (byte) 0,
                        (byte) 0,
                        (byte) 0,
                        (byte) 0,
                        "id:1 stat:DELIVRD err:000".getBytes(StandardCharsets.US_ASCII),
                        new OptionalParameter.Receipted_message_id("1a2b"),
                        new OptionalParameter.Message_state((byte) 2),
                        new OptionalParameter.Network_error_code(new byte[] {3, 0, 1}));
        assertThat(reader.read(new Pdu(whole))).isInstanceOf(ReceiptReader.Read.Whole.class);
        for (int i = 0; i < TRIES; i++) {
            byte[] changed =
                    Arrays.copyOf(whole, random.nextBoolean() ? whole.length : 16 + random.nextInt(whole.length - 16));
            for (int change = random.nextInt(4); change >= 0 && changed.length > 16; change--) {
                changed[16 + random.nextInt(changed.length - 16)] = (byte) random.nextInt();
            }
            read(changed);
        }
    }

    private void read(byte[] octets) {
        try {
            assertThat(reader.read(new Pdu(octets))).isNotNull();
        } catch (RuntimeException fault) {
            throw new AssertionError("seed " + seed, fault);
        }
    }
}
