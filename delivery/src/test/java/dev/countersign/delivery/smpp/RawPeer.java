package dev.countersign.delivery.smpp;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/// Something on a port that answers each PDU with whatever octets a test likes, which no SMPP library would send.
final class RawPeer implements AutoCloseable {
    final BlockingQueue<Pdu> heard = new LinkedBlockingQueue<>();
    private final ServerSocket listening;
    private final Function<Pdu, byte[]> answers;

    RawPeer(Function<Pdu, byte[]> answers) {
        this.answers = answers;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /// A header with nothing after it.
    static byte[] header(int command, int status, int sequence) {
        return pdu(command, status, sequence, new byte[0]);
    }

    static byte[] pdu(int command, int status, int sequence, byte[] body) {
        return ByteBuffer.allocate(16 + body.length)
                .putInt(16 + body.length)
                .putInt(command)
                .putInt(status)
                .putInt(sequence)
                .put(body)
                .array();
    }

    private void accept() {
        try {
            while (!listening.isClosed()) {
                Socket socket = listening.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            while (true) {
                int length = in.readInt();
                byte[] rest = in.readNBytes(length - 4);
                Pdu pdu = new Pdu(
                        ByteBuffer.allocate(length).putInt(length).put(rest).array());
                heard.add(pdu);
                socket.getOutputStream().write(answers.apply(pdu));
            }
        } catch (IOException gone) {
            return;
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
