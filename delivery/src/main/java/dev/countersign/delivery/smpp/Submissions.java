package dev.countersign.delivery.smpp;

import dev.countersign.delivery.Message;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.segment.Gsm7;
import dev.countersign.segment.Segments;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.PDUComposer;

/// Writes a message as the `submit_sm` PDUs that carry its parts (SMPP 3.4, 4.4).
///
/// A message that is handed over again is written in the same way, with the same references, so that the message
/// centre can tell and a phone that has some of its parts already puts them together with the rest.
final class Submissions {
    private static final byte HAS_HEADER = 0x40;
    private static final byte RECEIPT_WANTED = 1;
    private static final int MOST_PARTS = 255;

    private final SmppSettings.Sender sender;
    private final SmppSettings.Wording wording;
    private final InstantSource clock;
    private final PDUComposer composer = new DefaultComposer();

    Submissions(SmppSettings.Sender sender, SmppSettings.Wording wording, InstantSource clock) {
        this.sender = sender;
        this.wording = wording;
        this.clock = clock;
    }

    /// The PDUs, whose sequence number is to be set with [#numbered].
    ///
    /// @return empty when the text has more parts than a reference counts
    /// @throws PDUStringException when the number has more digits than SMPP has room for
    Optional<List<byte[]>> of(Message message, PhoneNumber to) throws PDUStringException {
        Segments segments = segments(message.text());
        if (segments.count() > MOST_PARTS) {
            return Optional.empty();
        }
        List<byte[]> pdus = new ArrayList<>();
        for (int part = 1; part <= segments.count(); part++) {
            pdus.add(pdu(message, to, segments, part));
        }
        return Optional.of(pdus);
    }

    /// A PDU with its sequence number.
    static byte[] numbered(byte[] pdu, int sequence) {
        return ByteBuffer.wrap(pdu.clone()).putInt(12, sequence).array();
    }

    private byte[] pdu(Message message, PhoneNumber to, Segments segments, int part) throws PDUStringException {
        boolean tied = segments.count() > 1;
        boolean byHeader = tied && wording.concatenation() == SmppSettings.Concatenation.HEADER;
        Optional<Source> from = sender.to(to.digits());
        byte[] text = octets(segments, part);
        return composer.submitSm(
                0,
                "",
                from.map(source -> (byte) source.kind().ton()).orElse((byte) 0),
                from.map(source -> (byte) source.kind().npi()).orElse((byte) 0),
                from.map(Source::sent).orElse(""),
                (byte) sender.destinationTon(),
                (byte) sender.destinationNpi(),
                (sender.plus() ? "+" : "") + to.digits(),
                byHeader ? HAS_HEADER : 0,
                (byte) 0,
                (byte) 0,
                "",
                ValidityPeriod.of(wording.validity(), clock.instant(), message.expiresAt()),
                wording.receipts().wanted() ? RECEIPT_WANTED : 0,
                (byte) 0,
                (byte) coding(segments.encoding()),
                (byte) 0,
                byHeader ? headed(text, reference(message), segments.count(), part) : text,
                parameters(message, tied && !byHeader, segments.count(), part));
    }

    /// In the default alphabet when it has all of the characters, else in UCS-2. A message centre whose default
    /// alphabet is Latin-1 must be able to make GSM-7 of it, so that the parts are cut as those of GSM-7.
    private Segments segments(String text) {
        Segments segments = Segments.of(text);
        boolean fits = switch (wording.alphabets().alphabet()) {
            case GSM7 -> true;
            case LATIN1 -> StandardCharsets.ISO_8859_1.newEncoder().canEncode(text);
        };
        return fits ? segments : Segments.of(text, Segments.Encoding.UCS2);
    }

    private byte[] octets(Segments segments, int part) {
        String text = segments.parts().get(part - 1);
        return switch (segments.encoding()) {
            case UCS2 -> text.getBytes(StandardCharsets.UTF_16BE);
            case GSM7 ->
                switch (wording.alphabets().alphabet()) {
                    case GSM7 -> Gsm7.encode(text).orElseThrow();
                    case LATIN1 -> text.getBytes(StandardCharsets.ISO_8859_1);
                };
        };
    }

    private int coding(Segments.Encoding encoding) {
        return switch (encoding) {
            case GSM7 -> wording.alphabets().coding();
            case UCS2 -> wording.alphabets().ucs2Coding();
        };
    }

    /// The user data header of a part, with an 8-bit reference, and the part.
    private static byte[] headed(byte[] text, int reference, int of, int part) {
        return ByteBuffer.allocate(6 + text.length)
                .put(new byte[] {5, 0, 3, (byte) reference, (byte) of, (byte) part})
                .put(text)
                .array();
    }

    private OptionalParameter[] parameters(Message message, boolean tied, int of, int part) {
        List<OptionalParameter> parameters = new ArrayList<>();
        parameters.add(new OptionalParameter.Short(Tag.USER_MESSAGE_REFERENCE, (short) reference(message)));
        if (tied) {
            parameters.add(new OptionalParameter.Short(Tag.SAR_MSG_REF_NUM, (short) reference(message)));
            parameters.add(new OptionalParameter.Byte(Tag.SAR_TOTAL_SEGMENTS, (byte) of));
            parameters.add(new OptionalParameter.Byte(Tag.SAR_SEGMENT_SEQNUM, (byte) part));
        }
        wording.idTag()
                .ifPresent(tag -> parameters.add(new OptionalParameter.OctetString(
                        (short) tag, message.id().getBytes(StandardCharsets.US_ASCII))));
        return parameters.toArray(OptionalParameter[]::new);
    }

    /// 16 bits of the message's id, the same each time.
    private static int reference(Message message) {
        int hash = message.id().hashCode();
        return (hash ^ (hash >>> 16)) & 0xffff;
    }
}
