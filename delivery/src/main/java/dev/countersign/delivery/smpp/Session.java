package dev.countersign.delivery.smpp;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jsmpp.SMPPConstant;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.PDUComposer;

/// One connection to a message centre, from the bind to its end. It asks and hears answers, asks whether the other
/// side lives when it is silent, and answers what the other side asks.
///
/// jsmpp has a session of its own. This one is here because, when a connection drops, whoever waits must hear of it
/// at once and not when its time is up; because a slow receipt must not hold back answers; because a length that is
/// nonsense must not cost its memory; and because no code may be logged at any level.
final class Session {
    /// The largest sequence number (SMPP 3.4, 5.1.4).
    private static final int LAST_SEQUENCE = 0x7fffffff;

    private final Wire wire;
    private final Deliveries deliveries;
    private final SmppSettings.Flow flow;
    private final PDUComposer composer = new DefaultComposer();
    private final AtomicInteger sequence = new AtomicInteger();
    private final Map<Integer, CompletableFuture<Pdu>> pending = new ConcurrentHashMap<>();
    private volatile boolean leaving;
    private volatile boolean ended;

    Session(Wire wire, Deliveries deliveries, SmppSettings.Flow flow) {
        this.wire = wire;
        this.deliveries = deliveries;
        this.flow = flow;
    }

    /// What became of a question.
    sealed interface Heard {
        /// It was answered.
        ///
        /// @param pdu by this
        record Answer(Pdu pdu) implements Heard {}

        /// It was not answered, and it is not known whether it arrived.
        ///
        /// @param reason why not, in fixed words
        record Nothing(String reason) implements Heard {}
    }

    /// How many questions wait for their answer.
    int waiting() {
        return pending.size();
    }

    /// Whether more may be asked.
    boolean isOpen() {
        return !leaving && !ended;
    }

    /// Asks, and waits for the answer as long as the settings say.
    ///
    /// @param question the PDU with the sequence number that it is given
    Heard ask(IntFunction<byte[]> question) {
        int number = next();
        CompletableFuture<Pdu> answer = new CompletableFuture<>();
        pending.put(number, answer);
        try {
            if (ended || !write(question.apply(number))) {
                return new Heard.Nothing("connection lost");
            }
            return new Heard.Answer(answer.get(flow.answerWithin().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException silence) {
            return new Heard.Nothing("no answer in time");
        } catch (ExecutionException gone) {
            return new Heard.Nothing("connection lost");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Heard.Nothing("interrupted");
        } finally {
            pending.remove(number);
        }
    }

    /// Reads and writes until the connection ends.
    ///
    /// @param threads makes the thread that writes
    /// @return why it ended, in fixed words
    String run(ThreadFactory threads) {
        Thread writing = threads.newThread(wire::writeAll);
        writing.start();
        try {
            return read();
        } catch (IOException gone) {
            return WireBroken.words(gone);
        } finally {
            end();
            writing.interrupt();
        }
    }

    private String read() throws IOException {
        boolean enquired = false;
        while (true) {
            Optional<Pdu> came =
                    wire.read(enquired || leaving ? flow.answerWithin() : flow.enquireEvery(), flow.answerWithin());
            if (came.isPresent()) {
                enquired = false;
                handle(came.get());
            } else if (leaving) {
                return "unbound by the message centre";
            } else if (enquired) {
                return "no answer to enquire_link";
            } else {
                enquired = true;
                write(composer.enquireLink(next()));
            }
        }
    }

    private void handle(Pdu pdu) {
        if (pdu.isAnswer()) {
            // Nobody waits any more for one that is late, nor for those to our enquiries.
            CompletableFuture<Pdu> asked = pending.remove(pdu.sequence());
            if (asked != null) {
                asked.complete(pdu);
            }
            return;
        }
        switch (pdu.command()) {
            case SMPPConstant.CID_DELIVER_SM, SMPPConstant.CID_DATA_SM -> deliveries.take(pdu, this::write);
            case SMPPConstant.CID_ENQUIRE_LINK -> write(composer.enquireLinkResp(pdu.sequence()));
            case SMPPConstant.CID_UNBIND -> {
                // The other side closes when it has the answer; what it still says until then is heard.
                leaving = true;
                write(composer.unbindResp(SMPPConstant.STAT_ESME_ROK, pdu.sequence()));
            }
            case SMPPConstant.CID_ALERT_NOTIFICATION, SMPPConstant.CID_OUTBIND -> {
                // Neither has an answer, and neither means anything to us.
            }
            default -> write(composer.genericNack(SMPPConstant.STAT_ESME_RINVCMDID, pdu.sequence()));
        }
    }

    /// Says goodbye, and waits until it is heard or the time is up.
    void unbind() {
        leaving = true;
        ask(composer::unbind);
    }

    /// Ends the connection at once. Whoever waits hears of it.
    void end() {
        ended = true;
        wire.close();
        pending.values().forEach(answer -> answer.completeExceptionally(new WireBroken("connection lost")));
    }

    private boolean write(byte[] pdu) {
        if (wire.write(pdu)) {
            return true;
        }
        end();
        return false;
    }

    private int next() {
        return sequence.updateAndGet(last -> last == LAST_SEQUENCE ? 1 : last + 1);
    }
}
