package dev.countersign.delivery.smpp;

import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BindType;
import org.jsmpp.util.PDUByteBuffer;

/// How a session is bound (SMPP 3.4, 4.1).
///
/// @param type as transmitter, receiver or transceiver
/// @param bind who we are
record Binding(BindType type, SmppSettings.Bind bind) {
    private static final byte VERSION = 0x34;

    /// The request. Not by jsmpp's composer, which refuses a password of more than 8 characters, as the
    /// specification does and message centres don't.
    byte[] request(int sequence) {
        PDUByteBuffer pdu = new PDUByteBuffer(type.commandId(), SMPPConstant.STAT_ESME_ROK, sequence);
        pdu.append(bind.systemId());
        pdu.append(bind.password().reveal());
        pdu.append(bind.systemType());
        pdu.append(VERSION);
        pdu.append((byte) 0); // addr_ton, addr_npi and address_range: whatever is for us
        pdu.append((byte) 0);
        pdu.append("");
        return pdu.toBytes();
    }

    /// Whether what was heard says that the session is bound.
    boolean accepted(Session.Heard heard) {
        return heard instanceof Session.Heard.Answer(Pdu pdu)
                && pdu.answers(type.commandId())
                && pdu.status() == SMPPConstant.STAT_ESME_ROK;
    }

    /// Why it is not bound, in fixed words.
    String refusal(Session.Heard heard) {
        return switch (heard) {
            case Session.Heard.Nothing(String reason) -> "bind: " + reason;
            case Session.Heard.Answer(Pdu pdu)
            when pdu.status() != SMPPConstant.STAT_ESME_ROK -> "bind: " + SmppErrors.word(pdu.status());
            case Session.Heard.Answer(Pdu pdu) -> "bind: answered by another command";
        };
    }
}
