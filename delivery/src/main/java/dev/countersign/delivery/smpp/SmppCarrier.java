package dev.countersign.delivery.smpp;

import dev.countersign.delivery.Carrier;
import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.Message;
import dev.countersign.delivery.Receipt;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BindType;

/// A carrier that is spoken to by SMPP 3.4. It binds its sessions in the background from the moment that it is made,
/// and binds them again whenever they are lost.
///
/// A message of several parts goes out part after part. When one is turned away as too much after others were taken,
/// it is tried a few times more; when it fails all the same, the whole message has failed by the carrier's fault and
/// may be handed over again: its parts then bear the same references, so that a phone puts them together with those
/// that it has, and the message centre can tell.
public final class SmppCarrier implements Carrier {
    private static final Duration WINDOW_FULL = Duration.ofSeconds(1);
    private static final int TRIES_OF_A_LATER_PART = 5;

    private final String name;
    private final SmppSettings.Flow flow;
    private final Submissions submissions;
    private final MessageIds ids;
    private final Surroundings around;
    private final Pace pace;
    private final Semaphore window;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Line> lines = new ArrayList<>();

    /// Begins to connect.
    ///
    /// @param name its name in the configuration, the record and the metrics
    /// @param settings how it is reached and spoken to
    /// @param around clock, randomness, threads, and who watches
    /// @param receipts takes the receipts; what it does not take is asked for again
    public SmppCarrier(String name, SmppSettings settings, Surroundings around, Receipt.Intake receipts) {
        this.name = name;
        this.flow = settings.flow();
        this.around = around;
        this.submissions = new Submissions(settings.sender(), settings.wording(), around.clock());
        this.ids = new MessageIds(settings.wording().receipts());
        this.pace = new Pace(around.clock(), flow.perSecond());
        this.window = new Semaphore(flow.window(), true);
        Deliveries deliveries = new Deliveries(
                new ReceiptReader(name, ids, around.clock()), receipts, around.threads(), around.watch());
        Line.Common common =
                new Line.Common(new Dialler(settings.endpoint(), flow.answerWithin()), deliveries, flow, around);
        for (int session = 0; session < settings.bind().sessions(); session++) {
            for (BindType type : types(settings.bind().mode())) {
                lines.add(new Line(session, new Binding(type, settings.bind()), common));
            }
        }
    }

    private static List<BindType> types(SmppSettings.Mode mode) {
        return switch (mode) {
            case TRANSCEIVER -> List.of(BindType.BIND_TRX);
            case TRANSMITTER -> List.of(BindType.BIND_TX);
            case PAIR -> List.of(BindType.BIND_TX, BindType.BIND_RX);
        };
    }

    @Override
    public String name() {
        return name;
    }

    /// Whether a session is bound, and the message centre has not just asked for less.
    @Override
    public boolean ready() {
        return closed.getCount() > 0
                && pace.paused().isZero()
                && sessions().findAny().isPresent();
    }

    @Override
    public Dispatch dispatch(Message message) {
        return switch (message.to()) {
            case MailAddress mail -> new Dispatch.DestinationFault("not a phone number");
            case PhoneNumber phone -> dispatch(message, phone);
        };
    }

    private Dispatch dispatch(Message message, PhoneNumber to) {
        try {
            return submissions
                    .of(message, to)
                    .map(this::submitAll)
                    .orElseGet(() -> new Dispatch.CarrierFault("text too long"));
        } catch (PDUStringException tooLong) {
            // Everything else in the PDU was measured when the settings were read.
            return new Dispatch.DestinationFault("number too long");
        }
    }

    private Dispatch submitAll(List<byte[]> parts) {
        List<String> references = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            Dispatch outcome = part == 0 ? submit(parts.get(part)) : submitLater(parts.get(part));
            if (!(outcome instanceof Dispatch.Handed(List<String> reference))) {
                return outcome;
            }
            references.addAll(reference);
        }
        return new Dispatch.Handed(references);
    }

    /// A part after others that were taken. To be told to come back would mean to send those again.
    private Dispatch submitLater(byte[] part) {
        for (int tries = 1; tries <= TRIES_OF_A_LATER_PART; tries++) {
            Dispatch outcome = submit(part);
            if (!(outcome instanceof Dispatch.Busy(Duration after))) {
                return outcome;
            }
            if (isClosedWithin(after)) {
                return new Dispatch.CarrierFault("closed within a message");
            }
        }
        return new Dispatch.CarrierFault("too busy for the rest of a message");
    }

    private Dispatch submit(byte[] part) {
        Duration paused = pace.paused();
        if (!paused.isZero()) {
            return new Dispatch.Busy(paused);
        }
        Optional<Duration> turn = pace.take(flow.answerWithin());
        if (turn.isEmpty()) {
            return new Dispatch.Busy(pace.ahead());
        }
        if (isClosedWithin(turn.get())) {
            return new Dispatch.CarrierFault("closed");
        }
        try {
            if (!window.tryAcquire(flow.answerWithin().toMillis(), TimeUnit.MILLISECONDS)) {
                return new Dispatch.Busy(WINDOW_FULL);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Dispatch.CarrierFault("interrupted");
        }
        try {
            return ask(part);
        } finally {
            window.release();
        }
    }

    /// Asks the session that waits for the fewest answers.
    private Dispatch ask(byte[] part) {
        Duration paused = pace.paused();
        if (!paused.isZero()) {
            // The pause began while this one waited for its turn.
            return new Dispatch.Busy(paused);
        }
        Optional<Session> session = sessions().min(Comparator.comparingInt(Session::waiting));
        if (closed.getCount() == 0 || session.isEmpty()) {
            return new Dispatch.CarrierFault(closed.getCount() == 0 ? "closed" : "no session is bound");
        }
        return switch (session.get().ask(sequence -> Submissions.numbered(part, sequence))) {
            case Session.Heard.Nothing(String reason) -> new Dispatch.CarrierFault(reason);
            case Session.Heard.Answer(Pdu pdu) -> judge(pdu, session.get());
        };
    }

    private Dispatch judge(Pdu answer, Session session) {
        if (answer.status() != SMPPConstant.STAT_ESME_ROK) {
            return refused(answer.status(), session);
        }
        if (!answer.answers(SMPPConstant.CID_SUBMIT_SM)) {
            return new Dispatch.CarrierFault("answered by another command");
        }
        pace.accepted();
        String id = answer.firstString();
        return new Dispatch.Handed(id.isEmpty() ? List.of() : List.of(ids.answered(id)));
    }

    private Dispatch refused(int status, Session session) {
        return switch (SmppErrors.of(status)) {
            case NUMBER -> new Dispatch.DestinationFault(SmppErrors.word(status));
            case BUSY -> {
                pace.throttled().ifPresent(around.watch()::throttled);
                yield new Dispatch.Busy(pace.paused());
            }
            case SESSION -> {
                session.end();
                yield new Dispatch.CarrierFault(SmppErrors.word(status));
            }
            case CARRIER -> new Dispatch.CarrierFault(SmppErrors.word(status));
        };
    }

    private Stream<Session> sessions() {
        return lines.stream().flatMap(line -> line.sending().stream());
    }

    private boolean isClosedWithin(Duration wait) {
        try {
            return closed.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /// Lets what is under way get its answer, then unbinds.
    @Override
    public void close() {
        closed.countDown();
        try {
            if (window.tryAcquire(flow.window(), flow.answerWithin().toMillis(), TimeUnit.MILLISECONDS)) {
                window.release(flow.window());
            }
            List<Thread> ending = lines.stream()
                    .map(line -> around.threads().newThread(line::close))
                    .toList();
            ending.forEach(Thread::start);
            for (Thread one : ending) {
                one.join();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
