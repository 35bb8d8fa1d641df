package dev.countersign.conformance;

import dev.countersign.value.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/// Stands between an SDK and the server and keeps what both say, byte for byte.
final class RecordingProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final int target;
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

    /// @param request all of the request
    /// @param response all of the answer
    record Exchange(Bytes request, Bytes response) {}

    RecordingProxy(int target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return listener.getLocalPort();
    }

    /// What was said since the last time.
    List<Exchange> taken() {
        List<Exchange> all = new ArrayList<>(exchanges);
        exchanges.clear();
        return all;
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> converse(client));
            } catch (IOException closed) {
                if (!listener.isClosed()) {
                    throw new java.io.UncheckedIOException(closed);
                }
            }
        }
    }

    /// Some SDKs keep a connection for their next call.
    private void converse(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            byte[] request = message(client.getInputStream());
            while (request.length > 0) {
                server.getOutputStream().write(request);
                byte[] response = message(server.getInputStream());
                exchanges.add(new Exchange(Bytes.of(request), Bytes.of(response)));
                client.getOutputStream().write(response);
                request = message(client.getInputStream());
            }
        } catch (IOException closed) {
            if (!listener.isClosed()) {
                throw new java.io.UncheckedIOException(closed);
            }
        }
    }

    private static byte[] message(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        String head = "";
        while (!head.endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return all.toByteArray();
            }
            all.write(next);
            head = all.toString(StandardCharsets.ISO_8859_1);
        }
        for (String line : head.split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                all.write(in.readNBytes(Integer.parseInt(line.substring(15).strip())));
            } else if (line.toLowerCase(Locale.ROOT).equals("transfer-encoding: chunked")) {
                chunks(in, all);
            }
        }
        return all.toByteArray();
    }

    /// Chunks as they are, up to the empty one.
    private static void chunks(InputStream in, ByteArrayOutputStream all) throws IOException {
        String size;
        do {
            StringBuilder line = new StringBuilder();
            while (line.indexOf("\r\n") < 0) {
                line.append((char) in.read());
            }
            size = line.toString().strip();
            all.write(line.toString().getBytes(StandardCharsets.ISO_8859_1));
            all.write(in.readNBytes(Integer.parseInt(size, 16) + 2));
        } while (!size.equals("0"));
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
