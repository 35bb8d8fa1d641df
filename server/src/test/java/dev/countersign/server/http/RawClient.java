package dev.countersign.server.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/// A client that sends exactly the bytes it is told to.
final class RawClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;

    RawClient(int port) throws IOException {
        this(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    RawClient(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /// An answer as it came.
    record Answer(String head, String body) {
        int status() {
            return Integer.parseInt(head.substring(9, 12));
        }

        boolean hasLine(String line) {
            return head.lines().anyMatch(line::equals);
        }
    }

    RawClient send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawClient send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /// Sends until the server no longer takes it.
    void sendAsFarAsPossible(byte[] bytes) throws IOException {
        try {
            send(bytes);
        } catch (SocketException closed) {
            socket.shutdownInput();
        }
    }

    RawClient finishSending() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /// Reads one answer by its Content-Length.
    Answer answer() throws IOException {
        return answer(true);
    }

    /// Reads one answer to a HEAD.
    Answer head() throws IOException {
        return answer(false);
    }

    private Answer answer(boolean withBody) throws IOException {
        String head = readHead();
        int length = head.lines()
                .filter(line -> line.regionMatches(true, 0, "content-length:", 0, 15))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
        byte[] body = withBody ? socket.getInputStream().readNBytes(length) : new byte[0];
        return new Answer(head, new String(body, StandardCharsets.ISO_8859_1));
    }

    private String readHead() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed after: " + head.toString(StandardCharsets.ISO_8859_1));
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /// Whether the server closes the connection without sending anything more.
    boolean closedByServer() throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
