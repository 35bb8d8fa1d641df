package dev.countersign.delivery.smpp;

import dev.countersign.delivery.Dispatch;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jsmpp.SMPPConstant;

/// Hands parts to the session that waits for the fewest answers, one `submit_sm` each, no faster than the pace allows
/// and no more at a time than the window does.
final class Submitter {
    private static final Duration WINDOW_FULL = Duration.ofSeconds(1);
    private static final int TRIES_OF_A_LATER_PART = 5;

    private final SmppSettings.Flow flow;
    private final MessageIds ids;
    private final SmppWatch watch;
    private final Supplier<Stream<Session>> sessions;
    private final Pace pace;
    private final Semaphore window;
    private final CountDownLatch closed = new CountDownLatch(1);

    /// @param flow window, rate and the time for an answer
    /// @param ids makes ids comparable
    /// @param around clock, and who hears of throttling
    /// @param sessions those that may send now
    Submitter(SmppSettings.Flow flow, MessageIds ids, Surroundings around, Supplier<Stream<Session>> sessions) {
        this.flow = flow;
        this.ids = ids;
        this.watch = around.watch();
        this.sessions = sessions;
        this.pace = new Pace(around.clock(), flow.perSecond());
        this.window = new Semaphore(flow.window(), true);
    }

    /// Whether a part would likely be taken now.
    boolean isReady() {
        return closed.getCount() > 0
                && pace.paused().isZero()
                && sessions.get().findAny().isPresent();
    }

    /// A part after others that were taken. It is tried a few times, since to be told to come back would mean to send
    /// those again.
    Dispatch submitLater(byte[] part) {
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

    /// A part, written but for its sequence number.
    Dispatch submit(byte[] part) {
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

    private Dispatch ask(byte[] part) {
        Duration paused = pace.paused();
        if (!paused.isZero()) {
            // The pause began while this one waited for its turn.
            return new Dispatch.Busy(paused);
        }
        if (closed.getCount() == 0) {
            return new Dispatch.CarrierFault("closed");
        }
        Optional<Session> session = sessions.get().min(Comparator.comparingInt(Session::waiting));
        if (session.isEmpty()) {
            return new Dispatch.CarrierFault("no session is bound");
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
                pace.throttled().ifPresent(watch::throttled);
                yield new Dispatch.Busy(pace.paused());
            }
            case SESSION -> {
                session.end();
                yield new Dispatch.CarrierFault(SmppErrors.word(status));
            }
            case CARRIER -> new Dispatch.CarrierFault(SmppErrors.word(status));
        };
    }

    private boolean isClosedWithin(Duration wait) {
        try {
            return closed.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /// Takes no more, and waits until what is under way has its answer or its time is up.
    void close() throws InterruptedException {
        closed.countDown();
        if (window.tryAcquire(flow.window(), flow.answerWithin().toMillis(), TimeUnit.MILLISECONDS)) {
            window.release(flow.window());
        }
    }
}
