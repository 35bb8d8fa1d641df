package dev.countersign.server.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Value;
import dev.countersign.value.Bytes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A receiver of webhooks on this machine. It knows nothing of the server but what the page for receivers says.
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, BlockingQueue<Posted>> posts = new ConcurrentHashMap<>();
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private volatile String retryAfter = "";

    /// A post.
    record Posted(String id, String timestamp, String signature, String type, Bytes body) {
        Value.Fields event() {
            return (Value.Fields) Json.read(body, "event");
        }

        String text() {
            return body.toUtf8();
        }

        String text(String name) {
            return ((Value.Text) Objects.requireNonNull(event().fields().get(name))).text();
        }

        /// The check that the documentation shows.
        boolean verifies(String secret) throws GeneralSecurityException {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            byte[] expected = mac.doFinal(body.toArray());
            boolean good = false;
            for (String one : signature.split(" ")) {
                good |= one.startsWith("v1,")
                        && MessageDigest.isEqual(expected, Base64.getDecoder().decode(one.substring(3)));
            }
            return good;
        }
    }

    /// @param port 0 for any
    Receiver(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /// What is answered from now on; 204, unless said.
    void answers(String path, int status, String after) {
        retryAfter = after;
        statuses.put(path, status);
    }

    /// Lets those go on who wait at `/slow`.
    void release() {
        release.countDown();
    }

    Posted next(String path) throws InterruptedException {
        return queue(path).take();
    }

    int waiting(String path) {
        return queue(path).size();
    }

    private BlockingQueue<Posted> queue(String path) {
        return posts.computeIfAbsent(path, any -> new LinkedBlockingQueue<>());
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        queue(path)
                .add(new Posted(
                        header(exchange, "webhook-id"),
                        header(exchange, "webhook-timestamp"),
                        header(exchange, "webhook-signature"),
                        header(exchange, "Content-Type"),
                        Bytes.of(exchange.getRequestBody().readAllBytes())));
        if (path.equals("/slow")) {
            try {
                release.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        if (!retryAfter.isEmpty()) {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
        }
        exchange.sendResponseHeaders(statuses.getOrDefault(path, 204), -1);
        exchange.close();
    }

    private static String header(HttpExchange exchange, String name) {
        return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
    }

    @Override
    public void close() {
        release.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
