package dev.countersign.delivery.smpp;

import dev.countersign.delivery.Receipt;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jsmpp.util.DefaultDecomposer;
import org.jsmpp.util.PDUDecomposer;

/// Reads receipts out of `deliver_sm` and `data_sm`: by their TLVs when they have them, else by their text. A text
/// counts only when the PDU itself says that it is a receipt, since people can write texts too.
final class ReceiptReader {
    /// Message type bits of `esm_class` (SMPP 3.4, 5.2.12): a receipt, and one on the way.
    private static final int TYPE = 0x3c;

    private static final int RECEIPT = 0x04;
    private static final int INTERMEDIATE = 0x20;

    /// UCS-2 in `data_coding`.
    private static final int UCS2 = 8;

    private final String carrier;
    private final MessageIds ids;
    private final InstantSource clock;
    private final PDUDecomposer decomposer = new DefaultDecomposer();

    /// @param carrier the name that receipts bear
    ReceiptReader(String carrier, MessageIds ids, InstantSource clock) {
        this.carrier = carrier;
        this.ids = ids;
        this.clock = clock;
    }

    /// What was read.
    sealed interface Read {
        /// A receipt.
        ///
        /// @param receipt this
        record Whole(Receipt receipt) implements Read {}

        /// No receipt: somebody wrote back.
        record Nothing() implements Read {}

        /// A receipt that says nothing that can be used, or a PDU that can't be read.
        record Unreadable() implements Read {}
    }

    /// Reads a `deliver_sm` or a `data_sm`.
    Read read(Pdu pdu) {
        AbstractSmCommand command;
        byte[] text;
        try {
            if (pdu.command() == SMPPConstant.CID_DELIVER_SM) {
                DeliverSm deliver = decomposer.deliverSm(pdu.octets());
                command = deliver;
                text = deliver.getShortMessage();
            } else {
                command = decomposer.dataSm(pdu.octets());
                text = new byte[0];
            }
        } catch (PDUStringException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | IllegalArgumentException
                | BufferUnderflowException malformed) {
            return new Read.Unreadable();
        }
        return read(command, text);
    }

    private Read read(AbstractSmCommand command, byte[] text) {
        Optional<String> id = value(command, Tag.RECEIPTED_MESSAGE_ID)
                .map(ReceiptReader::string)
                .filter(word -> !word.isEmpty());
        int type = command.getEsmClass() & TYPE;
        if (id.isEmpty() && type != RECEIPT && type != INTERMEDIATE) {
            return new Read.Nothing();
        }
        byte[] said =
                text.length > 0 ? text : value(command, Tag.MESSAGE_PAYLOAD).orElse(text);
        Optional<ReceiptText> written = ReceiptText.read(decode(said, command.getDataCoding()));
        Optional<String> reference =
                id.map(ids::answered).or(() -> written.map(ReceiptText::id).map(ids::reported));
        Optional<Receipt.State> state = value(command, Tag.MESSAGE_STATE)
                .filter(octets -> octets.length == 1)
                .flatMap(octets -> state(octets[0]))
                .or(() -> written.map(ReceiptText::state));
        if (reference.isEmpty() || state.isEmpty()) {
            return new Read.Unreadable();
        }
        String error = written.map(ReceiptText::error)
                .filter(code -> !code.isEmpty())
                .or(() -> value(command, Tag.NETWORK_ERROR_CODE).map(ReceiptReader::networkError))
                .orElse("");
        return new Read.Whole(new Receipt(carrier, reference.get(), state.get(), error, clock.instant()));
    }

    /// SMPP 3.4, 5.2.28.
    private static Optional<Receipt.State> state(byte number) {
        return switch (number) {
            case 0, 1, 6 -> Optional.of(Receipt.State.UNDERWAY); // scheduled (5.0), en route, accepted
            case 2 -> Optional.of(Receipt.State.DELIVERED);
            case 3, 4, 5, 7, 8, 9 -> Optional.of(Receipt.State.UNDELIVERED); // expired ... rejected, skipped (5.0)
            default -> Optional.empty();
        };
    }

    /// SMPP 3.4, 5.3.2.31: the kind of network, and its code.
    private static String networkError(byte[] octets) {
        if (octets.length != 3) {
            return "";
        }
        int code = ByteBuffer.wrap(octets).getShort(1) & 0xffff;
        return code == 0 ? "" : octets[0] + "-" + code;
    }

    private static Optional<byte[]> value(AbstractSmCommand command, Tag tag) {
        OptionalParameter found = command.getOptionalParameter(tag.code());
        if (found == null) {
            return Optional.empty();
        }
        byte[] whole = found.serialize();
        return Optional.of(Arrays.copyOfRange(whole, 4, whole.length));
    }

    private static String string(byte[] octets) {
        int end = 0;
        while (end < octets.length && octets[end] != 0) {
            end++;
        }
        return new String(octets, 0, end, StandardCharsets.ISO_8859_1);
    }

    /// Whatever its coding is called, it is ASCII or UCS-2 in practice.
    private static String decode(byte[] text, int coding) {
        return new String(text, coding == UCS2 ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1);
    }
}
