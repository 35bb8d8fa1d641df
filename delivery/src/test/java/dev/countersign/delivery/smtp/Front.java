package dev.countersign.delivery.smtp;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// What stands before the mail server, as a relay's TLS does: it can protect the connection from the start or
/// after STARTTLS, which the server behind it lacks, answer a command in its place, and break connections.
final class Front implements AutoCloseable {
    private final ServerSocket listening;
    private final int behind;
    private final Protection protection;
    private final SSLContext context;
    private final AtomicInteger connections = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Map<String, String> answers = Map.of();

    /// What it protects.
    enum Protection {
        NONE,
        STARTTLS,
        TLS
    }

    Front(int behind, Protection protection, SSLContext context) throws IOException {
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.behind = behind;
        this.protection = protection;
        this.context = context;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /// How many connections there have been.
    int connections() {
        return connections.get();
    }

    /// Answers commands that begin so in the server's place; a connection is dropped for an empty answer.
    void answer(Map<String, String> byCommand) {
        answers = byCommand;
    }

    /// Breaks all connections.
    void breakAll() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket raw) {
        try (raw;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            open.add(raw);
            Socket client = switch (protection) {
                case NONE -> raw;
                case TLS -> protect(raw);
                case STARTTLS -> startTls(raw, server.getInputStream());
            };
            Thread.ofVirtual().start(() -> back(server, client));
            forth(client, server);
        } catch (IOException broken) {
            open.remove(raw);
        }
    }

    /// Greets, says that it can, and protects; the server's own greeting is swallowed.
    private Socket startTls(Socket raw, InputStream server) throws IOException {
        lines(server).readLine();
        BufferedReader in = lines(raw.getInputStream());
        OutputStream out = raw.getOutputStream();
        say(out, "220 front ESMTP");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.toUpperCase(Locale.ROOT);
            if (command.startsWith("EHLO") && answers.containsKey("EHLO")) {
                say(out, answers.get("EHLO"));
            } else if (command.startsWith("EHLO")) {
                say(out, "250-front\r\n250 STARTTLS");
            } else if (command.equals("STARTTLS")) {
                say(out, "220 go ahead");
                return protect(raw);
            } else {
                say(out, "530 5.7.0 Must issue a STARTTLS command first");
            }
        }
        throw new IOException("left before it was protected");
    }

    private Socket protect(Socket raw) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(raw, null, true);
        socket.setUseClientMode(false);
        socket.startHandshake();
        return socket;
    }

    private void forth(Socket client, Socket server) throws IOException {
        BufferedReader in = lines(client.getInputStream());
        BufferedWriter out =
                new BufferedWriter(new OutputStreamWriter(server.getOutputStream(), StandardCharsets.ISO_8859_1));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line;
            String answer = answers.entrySet().stream()
                    .filter(entry -> command.startsWith(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
            if (answer == null) {
                out.write(line + "\r\n");
                out.flush();
            } else if (answer.isEmpty()) {
                return;
            } else {
                say(client.getOutputStream(), answer);
            }
        }
    }

    private static void back(Socket server, Socket client) {
        try (client) {
            server.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException gone) {
            return; // one of the two has left, and the other is closed by now
        }
    }

    private static BufferedReader lines(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1), 1);
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        breakAll();
    }
}
