package dev.countersign.conformance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Stands between an SDK and the server as somebody who saw a call would: it sends each a second time, and gives the
/// SDK that answer. One exchange a connection.
final class RepeatingProxy implements AutoCloseable {
    private static final String END = "\r\n\r\n";

    private final ServerSocket listener;
    private final int target;

    /// @param target the server's port
    RepeatingProxy(int target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return listener.getLocalPort();
    }

    private void listen() {
        while (!listener.isClosed()) {
            try (Socket client = listener.accept()) {
                byte[] request = message(client.getInputStream());
                said(request);
                client.getOutputStream().write(said(request));
            } catch (IOException closed) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(closed);
                }
            }
        }
    }

    private byte[] said(byte[] request) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            server.getOutputStream().write(request);
            return message(server.getInputStream());
        }
    }

    private static byte[] message(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        String head = until(END, in, all).toLowerCase(Locale.ROOT);
        if (head.contains("transfer-encoding: chunked")) {
            until("0" + END, in, all);
        }
        for (String line : head.split("\r\n")) {
            if (line.startsWith("content-length:")) {
                all.write(in.readNBytes(Integer.parseInt(line.substring(15).strip())));
            }
        }
        return all.toByteArray();
    }

    /// Reads up to an ending; less, when the other side ends before.
    private static String until(String ending, InputStream in, ByteArrayOutputStream all) throws IOException {
        String read = "";
        for (int next = in.read(); next >= 0; next = in.read()) {
            all.write(next);
            read = all.toString(StandardCharsets.ISO_8859_1);
            if (read.endsWith(ending)) {
                break;
            }
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
