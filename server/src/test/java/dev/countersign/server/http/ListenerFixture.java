package dev.countersign.server.http;

import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.value.Bytes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/// A listener on a free port whose site remembers what it was asked and answers by path.
final class ListenerFixture implements AutoCloseable {
    final BlockingQueue<Request> seen = new LinkedBlockingQueue<>();
    final CountDownLatch held = new CountDownLatch(1);
    final HttpListener listener;

    ListenerFixture(HttpConfig config) {
        this.listener =
                new HttpListener(config, List.of(site()), ListenerFixture::refuse, HttpMeter.none(), System::nanoTime);
        listener.start();
    }

    static ListenerFixture plain() {
        return new ListenerFixture(HttpConfig.plain("127.0.0.1", 0));
    }

    RawClient client() throws IOException {
        return new RawClient(listener.port());
    }

    Request request() throws InterruptedException {
        return seen.take();
    }

    private static Response refuse(EarlyRefusal.Reason reason, Request early) {
        return early.headers().anyNameStartsWith("x-tc-")
                ? Response.of(200, "application/json", Bytes.utf8("{\"refused\":\"" + reason + "\"}"))
                : EarlyRefusal.plain().refuse(reason, early);
    }

    private Site site() {
        return new Site() {
            @Override
            public boolean serves(Request request) {
                return !request.path().equals("/unserved");
            }

            @Override
            public Response answer(Request request) {
                seen.add(request);
                return switch (request.path()) {
                    case "/fault" -> throw new IllegalStateException("secret of the machine room");
                    case "/drop" -> Response.drop();
                    case "/hold" -> held();
                    case "/headers" ->
                        new Response(
                                201,
                                "application/problem+json",
                                List.of(Map.entry("Retry-After", "7")),
                                Bytes.utf8("{}"),
                                false);
                    default ->
                        Response.of(
                                200,
                                "application/json",
                                Bytes.utf8(
                                        request.oversized()
                                                ? "oversized"
                                                : "read " + request.body().length()));
                };
            }
        };
    }

    private Response held() {
        try {
            held.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return Response.of(200, "application/json", Bytes.utf8("held"));
    }

    @Override
    public void close() {
        held.countDown();
        listener.close();
    }
}
