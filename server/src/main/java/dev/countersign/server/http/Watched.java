package dev.countersign.server.http;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.LongSupplier;

/// An open connection as the [Guard] sees it: what it is doing, and since when.
final class Watched {
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final SocketChannel channel;
    private final HttpLimits limits;
    private final LongSupplier ticker;
    private volatile State state;

    /// What a connection does.
    enum Phase {
        /// Accepted; perhaps in a TLS handshake.
        OPENING,
        /// Between two requests.
        IDLE,
        /// A request arrives.
        READING,
        /// A site works. It bounds its own waiting.
        ANSWERING,
        /// An answer is sent.
        WRITING,
        /// What the client still sends is thrown away, so that it gets to read the answer.
        FAREWELL
    }

    private record State(Phase phase, long since) {}

    Watched(SocketChannel channel, HttpLimits limits, LongSupplier ticker) {
        this.channel = channel;
        this.limits = limits;
        this.ticker = ticker;
        this.state = new State(Phase.OPENING, ticker.getAsLong());
    }

    void enter(Phase phase) {
        state = new State(phase, ticker.getAsLong());
    }

    /// Bytes came: a request begins unless one is arriving already.
    void received() {
        Phase now = state.phase();
        if (now == Phase.IDLE || now == Phase.OPENING) {
            enter(Phase.READING);
        }
    }

    boolean closed() {
        return !channel.isOpen();
    }

    boolean overdue(long now) {
        State seen = state;
        Duration most = switch (seen.phase()) {
            case OPENING, READING, WRITING -> limits.arrival();
            case IDLE -> limits.idle();
            case FAREWELL -> FAREWELL;
            case ANSWERING -> Duration.ofDays(1);
        };
        return now - seen.since() > most.toNanos();
    }

    /// Sends the end of the stream, but still reads.
    void finishSending() {
        try {
            channel.shutdownOutput();
        } catch (IOException gone) {
            close();
        }
    }

    /// Ends it at once, whatever it does. Whoever reads or writes it fails.
    void close() {
        try {
            channel.close();
        } catch (IOException gone) {
            enter(Phase.FAREWELL);
        }
    }
}
