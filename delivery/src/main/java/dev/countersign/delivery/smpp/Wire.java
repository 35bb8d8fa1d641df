package dev.countersign.delivery.smpp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A connection that carries PDUs. One thread reads, one writes; everybody else puts what is to be written into a
/// queue, so that a message centre that does not read keeps nobody waiting but the writer.
final class Wire {
    /// The longest PDU that is read: a `message_payload` of 64 KiB with all that may stand beside it. A length above
    /// it is nonsense, and no memory is taken for it.
    private static final int LONGEST = 80 * 1024;

    /// How many PDUs may wait to be written: more than any window and all answers to what may be under way.
    private static final int UNWRITTEN = 20_000;

    private static final int AT_ONCE = 256;

    private final Socket socket;
    private final Socket plain;
    private final InputStream in;
    private final BlockingQueue<byte[]> unwritten = new LinkedBlockingQueue<>(UNWRITTEN);

    /// @param socket what is read and written
    /// @param plain the TCP connection below it, or the same. It is closed first: closing TLS politely would wait
    ///     for a writer that waits for a message centre that does not read
    Wire(Socket socket, Socket plain) throws IOException {
        this.socket = socket;
        this.plain = plain;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /// Reads the next PDU.
    ///
    /// @param idle how long to wait for its first octet
    /// @param whole how long to wait for each of the others
    /// @return empty when nothing came in time
    /// @throws IOException when the connection ends, or a PDU is cut off or can't be one
    Optional<Pdu> read(Duration idle, Duration whole) throws IOException {
        socket.setSoTimeout(millis(idle));
        int first;
        try {
            first = in.read();
        } catch (SocketTimeoutException silence) {
            return Optional.empty();
        }
        if (first < 0) {
            throw new WireBroken("closed by the message centre");
        }
        socket.setSoTimeout(millis(whole));
        byte[] rest = exactly(3);
        int length = ByteBuffer.allocate(4).put((byte) first).put(rest).getInt(0);
        if (length < Pdu.HEADER || length > LONGEST) {
            throw new WireBroken("not SMPP");
        }
        byte[] body = exactly(length - 4);
        return Optional.of(
                new Pdu(ByteBuffer.allocate(length).putInt(length).put(body).array()));
    }

    private byte[] exactly(int length) throws IOException {
        try {
            byte[] octets = in.readNBytes(length);
            if (octets.length < length) {
                throw new WireBroken("closed within a PDU");
            }
            return octets;
        } catch (SocketTimeoutException silence) {
            throw new WireBroken("stopped within a PDU", silence);
        }
    }

    /// Puts a PDU into the queue.
    ///
    /// @return whether there was room; if not, the message centre has not read for long, and the connection is
    ///     of no use
    boolean write(byte[] pdu) {
        return unwritten.offer(pdu);
    }

    /// Writes what is put into the queue, until the connection ends or the thread is interrupted.
    void writeAll() {
        List<byte[]> batch = new ArrayList<>();
        try {
            OutputStream out = socket.getOutputStream();
            while (!socket.isClosed()) {
                batch.add(unwritten.take());
                unwritten.drainTo(batch, AT_ONCE);
                out.write(joined(batch));
                batch.clear();
            }
        } catch (IOException broken) {
            close();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] joined(List<byte[]> batch) {
        ByteBuffer all =
                ByteBuffer.allocate(batch.stream().mapToInt(pdu -> pdu.length).sum());
        batch.forEach(all::put);
        return all.array();
    }

    /// Ends the connection at once.
    void close() {
        try {
            plain.close();
            socket.close();
        } catch (IOException gone) {
            // It is gone, which was wanted.
            return;
        }
    }

    private static int millis(Duration duration) {
        return Math.clamp(duration.toMillis(), 1, Integer.MAX_VALUE);
    }
}
