package dev.countersign.delivery.smpp;

import dev.countersign.delivery.Receipt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.jsmpp.SMPPConstant;
import org.jsmpp.util.PDUByteBuffer;

/// Takes what the message centre sends us, and acknowledges it only when it is kept: whatever is not acknowledged,
/// the message centre sends again. Messages that people write back are acknowledged and dropped.
final class Deliveries {
    /// How many are kept at the same time, over all sessions; the others are asked for again.
    private static final int AT_ONCE = 200;

    private final ReceiptReader reader;
    private final Receipt.Intake intake;
    private final ThreadFactory threads;
    private final SmppWatch watch;
    private final Semaphore free = new Semaphore(AT_ONCE);

    Deliveries(ReceiptReader reader, Receipt.Intake intake, ThreadFactory threads, SmppWatch watch) {
        this.reader = reader;
        this.intake = intake;
        this.threads = threads;
        this.watch = watch;
    }

    /// Takes one, on a thread of its own.
    ///
    /// @param pdu a `deliver_sm` or `data_sm`
    /// @param answer writes the acknowledgement
    void take(Pdu pdu, Consumer<byte[]> answer) {
        if (!free.tryAcquire()) {
            answer.accept(answer(pdu, SMPPConstant.STAT_ESME_RX_T_APPN));
            return;
        }
        threads.newThread(() -> {
                    try {
                        answer.accept(answer(pdu, keep(pdu)));
                    } finally {
                        free.release();
                    }
                })
                .start();
    }

    private int keep(Pdu pdu) {
        return switch (reader.read(pdu)) {
            case ReceiptReader.Read.Nothing nothing -> SMPPConstant.STAT_ESME_ROK;
            case ReceiptReader.Read.Unreadable unreadable -> {
                // Not to be sent again: it would read no better.
                watch.unreadable();
                yield SMPPConstant.STAT_ESME_RX_P_APPN;
            }
            case ReceiptReader.Read.Whole(Receipt receipt) -> handOver(receipt);
        };
    }

    private int handOver(Receipt receipt) {
        try {
            intake.receive(receipt);
            return SMPPConstant.STAT_ESME_ROK;
        } catch (RuntimeException fault) {
            watch.notKept(fault.getClass().getSimpleName());
            return SMPPConstant.STAT_ESME_RX_T_APPN;
        }
    }

    /// The acknowledgement, whose message id is empty (SMPP 3.4, 4.6.2).
    private static byte[] answer(Pdu pdu, int status) {
        PDUByteBuffer answer = new PDUByteBuffer(pdu.command() | SMPPConstant.MASK_CID_RESP, status, pdu.sequence());
        answer.append("");
        return answer.toBytes();
    }
}
