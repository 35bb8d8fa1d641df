package dev.countersign.server.http;

import dev.countersign.gateway.wire.Request;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.http.DirectHandler;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.ServerConnectionException;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Everything that comes in over one connection passes here, before the engine reads it. The engine holds a whole
/// chunk, or an endless line, in memory: this is where that ends. Not safe for several threads, and needs not be.
final class Intake implements Supplier<byte @Nullable []> {
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final int MOST_PENDING = Request.MOST_BODY_BYTES + HttpLimits.LARGE_BYTES;
    private static final int MOST_THROWN_AWAY = 64 * 1024 * 1024;

    private final HelidonSocket socket;
    private final Watched watched;
    private final Guard guard;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private boolean firstLineRead;
    private boolean oldHttp;
    private boolean ended;
    private boolean large;
    private long total;
    private long pending;

    Intake(HelidonSocket socket, Watched watched, Guard guard) {
        this.socket = socket;
        this.watched = watched;
        this.guard = guard;
    }

    @Override
    public byte @Nullable [] get() {
        byte[] data = receive();
        if (data == null) {
            ended = true;
            return null;
        }
        watched.received();
        total += data.length;
        pending += data.length;
        if (pending > MOST_PENDING) {
            throw refusal(Status.REQUEST_ENTITY_TOO_LARGE_413);
        }
        if (total > HttpLimits.LARGE_BYTES && !large) {
            large = guard.enterLarge();
            if (!large) {
                throw refusal(Status.SERVICE_UNAVAILABLE_503);
            }
        }
        if (!firstLineRead) {
            firstLine(data);
        }
        if (head.size() < mostKept()) {
            head.writeBytes(data);
        }
        return data;
    }

    private byte @Nullable [] receive() {
        try {
            return socket.get();
        } catch (UncheckedIOException gone) {
            throw new ServerConnectionException("the connection is gone", gone);
        }
    }

    private static RequestException refusal(Status status) {
        return RequestException.builder()
                .type(DirectHandler.EventType.BAD_REQUEST)
                .status(status)
                .message(status.reasonPhrase())
                .setKeepAlive(false)
                .build();
    }

    /// The engine speaks HTTP/1.1 only, but nginx before 1.29.7 asks its upstreams in HTTP/1.0 unless it is told
    /// otherwise. The versions differ only in that the old one closes after the answer.
    private void firstLine(byte[] data) {
        String line = new String(data, StandardCharsets.ISO_8859_1);
        int end = line.indexOf('\n');
        firstLineRead = end >= 0;
        if (firstLineRead && line.substring(0, end).endsWith(" HTTP/1.0\r")) {
            data[end - 2] = '1';
            oldHttp = true;
        }
    }

    /// Whether the client speaks HTTP/1.0: the connection ends with the first answer.
    boolean oldHttp() {
        return oldHttp;
    }

    /// Whether the client has sent all that it will ever send.
    boolean ended() {
        return ended;
    }

    /// What was read so far was handed on.
    void handedOn() {
        pending = 0;
    }

    /// How many bytes of the present request came so far.
    long total() {
        return total;
    }

    /// Reads on to the end of the headers, within the bound of what is kept: what tells whose wire it is may stand
    /// behind what was too much for the engine.
    void readHead() {
        String last = kept();
        while (!ended && head.size() < mostKept() && !last.contains(END_OF_HEAD)) {
            byte[] data = receive();
            ended = data == null;
            if (data != null) {
                head.writeBytes(data);
                // The end may be cut in two, and a client that drips must not have all of it looked through again.
                last = last.substring(Math.max(0, last.length() - END_OF_HEAD.length()))
                        + new String(data, StandardCharsets.ISO_8859_1);
            }
        }
    }

    private int mostKept() {
        return guard.limits().headerBytes() + guard.limits().lineBytes();
    }

    private String kept() {
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /// The head of the present request, as far as it is kept.
    SentHead sent() {
        return new SentHead(kept());
    }

    /// The present request is answered; the next one begins.
    void next() {
        release();
        total = 0;
        pending = 0;
        head.reset();
    }

    /// Gives back what the connection held.
    void release() {
        if (large) {
            guard.leaveLarge();
            large = false;
        }
    }

    /// Throws away what still comes, up to a bound, until the client has read its answer and closes. If it were
    /// not read, the system would answer it with a reset, and that destroys the answer before the client sees
    /// it.
    void throwAway() {
        long thrown = 0;
        while (!ended && thrown < MOST_THROWN_AWAY) {
            byte[] data = receive();
            ended = data == null;
            thrown += data == null ? 0 : data.length;
        }
    }
}
