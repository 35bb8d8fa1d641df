package dev.countersign.server.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Somebody else's server, with one page. It remembers each connection, also one over which nothing is asked.
public final class Elsewhere implements AutoCloseable {
    private final ServerSocket socket;
    private final String page;
    private final List<String> seen = new CopyOnWriteArrayList<>();

    /// @param page its HTML
    public Elsewhere(String page) {
        this.page = page;
        try {
            this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        try {
            while (true) {
                Socket connection = socket.accept();
                seen.add("connection");
                Thread.ofVirtual().start(() -> answer(connection));
            }
        } catch (IOException closed) {
            // It is over.
        }
    }

    private void answer(Socket connection) {
        try (connection) {
            BufferedReader asked =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
            String first = asked.readLine();
            if (first != null) {
                seen.add(first);
                connection
                        .getOutputStream()
                        .write(("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\n\r\n"
                                        + page)
                                .getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException gone) {
            // Whoever connects need not ask.
        }
    }

    /// Where it is, by this name.
    public String at(String host) {
        return "http://" + host + ":" + socket.getLocalPort();
    }

    /// Its connections, and the first line of each request, in order.
    public List<String> seen() {
        return List.copyOf(seen);
    }

    /// Waits for a connection.
    public void awaitConnection() {
        long until = System.nanoTime() + 30_000_000_000L;
        while (seen.isEmpty()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("nobody came");
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
