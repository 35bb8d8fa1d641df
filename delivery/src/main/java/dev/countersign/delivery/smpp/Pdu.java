package dev.countersign.delivery.smpp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jsmpp.SMPPConstant;

/// One protocol data unit as it came: its header was looked at, its body was not.
final class Pdu {
    /// The header's length (SMPP 3.4, 3.2).
    static final int HEADER = 16;

    private final byte[] octets;

    /// @param octets all of it, header included; at least 16. They are not copied, and nobody changes them
    Pdu(byte[] octets) {
        this.octets = octets;
    }

    byte[] octets() {
        return octets;
    }

    int command() {
        return ByteBuffer.wrap(octets).getInt(4);
    }

    int status() {
        return ByteBuffer.wrap(octets).getInt(8);
    }

    int sequence() {
        return ByteBuffer.wrap(octets).getInt(12);
    }

    /// Whether it answers something.
    boolean isAnswer() {
        return (command() & SMPPConstant.MASK_CID_RESP) != 0;
    }

    /// Whether it answers that command, rather than another or none that is known.
    boolean answers(int command) {
        return command() == (command | SMPPConstant.MASK_CID_RESP);
    }

    /// The C-octet string that the body begins with: the `message_id` of a `submit_sm_resp`. Read up to its end or
    /// that of the PDU, since a message that was accepted is not sent again for the want of a zero.
    String firstString() {
        int end = HEADER;
        while (end < octets.length && octets[end] != 0) {
            end++;
        }
        return new String(octets, HEADER, end - HEADER, StandardCharsets.ISO_8859_1);
    }
}
