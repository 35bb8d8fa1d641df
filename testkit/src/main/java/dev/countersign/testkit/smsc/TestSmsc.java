package dev.countersign.testkit.smsc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ServerSocketFactory;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;

/// A message centre on a loopback port of its own.
public final class TestSmsc implements AutoCloseable {
    private static final int BIND_WITHIN_MILLIS = 10_000;

    private final ServerSocketFactory sockets;
    private final Map<SMPPServerSession, BindType> bound = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<SubmitSm> submitted = new ConcurrentLinkedQueue<>();
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong binds = new AtomicLong();
    private final AtomicLong goodbyes = new AtomicLong();
    private final AtomicLong enquiries = new AtomicLong();
    private volatile Answer.Script script = (number, submit) -> new Answer.Taken(Long.toString(number + 1));
    private volatile int bindStatus = SMPPConstant.STAT_ESME_ROK;
    private volatile boolean keeping = true;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private final Set<SMPPServerSession> accepted = ConcurrentHashMap.newKeySet();
    private volatile Optional<Runnable> stopping = Optional.empty();
    private volatile int port;

    /// @param sockets makes its listening socket: [ServerSocketFactory#getDefault()], or one of TLS
    public TestSmsc(ServerSocketFactory sockets) {
        this.sockets = sockets;
        start();
    }

    /// One without TLS.
    public static TestSmsc plain() {
        return new TestSmsc(ServerSocketFactory.getDefault());
    }

    /// Where it listens, the same after a restart.
    public int port() {
        return port;
    }

    /// Sets what it answers from now on. At first it takes everything, with the ids 1, 2, 3, and so on.
    public void answers(Answer.Script answers) {
        script = answers;
    }

    /// Sets what it answers to binds from now on: 0 to take them.
    public void answersBinds(int status) {
        bindStatus = status;
    }

    /// Keeps nothing of what it is given from now on, for runs that would fill the memory.
    public void forget() {
        keeping = false;
        submitted.clear();
    }

    /// What it was given so far, whatever it answered.
    public List<SubmitSm> submitted() {
        return List.copyOf(submitted);
    }

    /// How many `submit_sm` it was given.
    public long asked() {
        return asked.get();
    }

    /// How many binds it took since it was made.
    public long binds() {
        return binds.get();
    }

    /// How many sessions were unbound by the other side, rather than cut.
    public long goodbyes() {
        return goodbyes.get();
    }

    /// How often it was asked whether it lives.
    public long enquiries() {
        return enquiries.get();
    }

    /// The sessions that are bound now, with how they are.
    public Map<SMPPServerSession, BindType> bound() {
        return Map.copyOf(bound);
    }

    /// Listens again after [#stop].
    public void start() {
        try {
            stopped = new CountDownLatch(1);
            SMPPServerSessionListener opened = new SMPPServerSessionListener(port, new Loopback());
            opened.setPduProcessorDegree(64);
            opened.setQueueCapacity(20_000);
            opened.setMessageReceiverListener(new Desk(this::answer, enquiries::incrementAndGet));
            Thread accepting = Thread.ofVirtual().name("smsc-accept").start(() -> accept(opened));
            stopping = Optional.of(() -> end(opened, accepting));
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    /// Sends a `deliver_sm` by any session that hears, and waits for its acknowledgement.
    ///
    /// @param type `esm_class`: 4 for a receipt
    /// @param text in ASCII
    /// @return the status that it was acknowledged with; empty when the connection ended first
    public OptionalInt deliver(int type, String text, OptionalParameter... parameters) {
        SMPPServerSession session = bound.entrySet().stream()
                .filter(entry -> entry.getValue() != BindType.BIND_TX)
                .map(Map.Entry::getKey)
                .findAny()
                .orElseThrow(() -> new IllegalStateException("nobody hears"));
        try {
            session.deliverShortMessage(
                    "",
                    TypeOfNumber.INTERNATIONAL,
                    NumberingPlanIndicator.ISDN,
                    "85261234567",
                    TypeOfNumber.ALPHANUMERIC,
                    NumberingPlanIndicator.UNKNOWN,
                    "Acme",
                    new ESMClass(type),
                    (byte) 0,
                    (byte) 0,
                    new RegisteredDelivery(0),
                    new RawDataCoding((byte) 0),
                    text.getBytes(StandardCharsets.US_ASCII),
                    parameters);
            return OptionalInt.of(SMPPConstant.STAT_ESME_ROK);
        } catch (NegativeResponseException refused) {
            return OptionalInt.of(refused.getCommandStatus());
        } catch (PDUException | ResponseTimeoutException | InvalidResponseException | IOException gone) {
            return OptionalInt.empty();
        }
    }

    /// Sends a receipt in the form of TLVs.
    ///
    /// @param id the id that the message was taken with
    /// @param state `message_state`: 2 for delivered, 5 for undeliverable
    public OptionalInt receipt(String id, int state) {
        return deliver(4, "", new OptionalParameter.Receipted_message_id(id), new OptionalParameter.Message_state((byte)
                state));
    }

    /// Drops every connection, as a cut cable does: nobody says goodbye.
    public void drop() {
        // Also those that are not bound yet.
        accepted.forEach(SMPPServerSession::close);
        accepted.clear();
        bound.clear();
    }

    /// Stops listening, and drops every connection.
    public void stop() {
        stopped.countDown();
        stopping.ifPresent(Runnable::run);
        drop();
    }

    /// The port is free only when nobody accepts by it any more.
    private static void end(SMPPServerSessionListener open, Thread accepting) {
        try {
            open.close();
            accepting.join();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void accept(SMPPServerSessionListener open) {
        try {
            while (stopped.getCount() > 0) {
                SMPPServerSession session = open.accept();
                accepted.add(session);
                Thread.ofVirtual().name("smsc-bind").start(() -> bind(session));
            }
        } catch (IOException closed) {
            stopped.countDown();
        }
    }

    private void bind(SMPPServerSession session) {
        try {
            BindRequest request = session.waitForBind(BIND_WITHIN_MILLIS);
            int status = bindStatus;
            if (status == SMPPConstant.STAT_ESME_ROK) {
                bound.put(session, request.getBindType());
                session.addSessionStateListener((now, before, source) -> {
                    if (now == SessionState.UNBOUND) {
                        goodbyes.incrementAndGet();
                    }
                    if (!now.isBound()) {
                        bound.remove(session);
                        accepted.remove(session);
                    }
                });
                binds.incrementAndGet();
                request.accept("smsc", InterfaceVersion.IF_34);
            } else {
                request.reject(status);
            }
        } catch (TimeoutException | IOException | PDUStringException | IllegalStateException gone) {
            session.close();
        }
    }

    private Answer answer(SubmitSm submit) {
        long number = asked.getAndIncrement();
        if (keeping) {
            submitted.add(submit);
        }
        Answer answer = script.to(number, submit);
        if (answer instanceof Answer.Silence) {
            awaitStop();
        }
        return answer;
    }

    private void awaitStop() {
        try {
            stopped.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /// Listens on the loopback address, the first time wherever there is room.
    private final class Loopback implements ServerConnectionFactory {
        @Override
        public ServerConnection listen(int wanted) throws IOException {
            ServerSocket socket = sockets.createServerSocket(wanted, 50, InetAddress.getLoopbackAddress());
            port = socket.getLocalPort();
            return new ServerSocketConnection(socket);
        }

        @Override
        public ServerConnection listen(int wanted, int timeout) throws IOException {
            return listen(wanted);
        }

        @Override
        public ServerConnection listen(int wanted, int timeout, int backlog) throws IOException {
            return listen(wanted);
        }
    }
}
