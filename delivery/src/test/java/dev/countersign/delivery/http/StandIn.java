package dev.countersign.delivery.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.value.Bytes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// A provider on this machine: it keeps what it is sent and answers what it was told to.
final class StandIn implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Request> received = new LinkedBlockingQueue<>();
    private volatile Recorded answer;

    private StandIn(HttpServer server, Recorded answer) {
        this.server = server;
        this.answer = answer;
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    static StandIn answering(Recorded answer) throws IOException {
        return new StandIn(HttpServer.create(loopback(), 0), answer);
    }

    static StandIn overTls(SSLContext context, Recorded answer) throws IOException {
        HttpsServer server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new StandIn(server, answer);
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    void answer(Recorded next) {
        answer = next;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /// Its address by a name that resolves to this machine in [Line].
    String address() {
        return "http://carrier.test:" + port();
    }

    /// The next request that came.
    Request received() throws InterruptedException {
        return received.take();
    }

    @Nullable Request receivedAlready() {
        return received.poll();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Headers.Builder headers = new Headers.Builder();
        exchange.getRequestHeaders().forEach((name, values) -> values.forEach(value -> headers.add(name, value)));
        String query = exchange.getRequestURI().getRawQuery();
        received.add(new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                query == null ? "" : query,
                headers.build(),
                Bytes.of(exchange.getRequestBody().readAllBytes()),
                "127.0.0.1",
                false));
        Recorded now = answer;
        now.headers().forEach(header -> exchange.getResponseHeaders().add(header.getKey(), header.getValue()));
        byte[] body = now.body().toArray();
        exchange.sendResponseHeaders(now.status(), body.length == 0 ? -1 : body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        } catch (IOException gone) {
            exchange.close(); // it has heard enough
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
