package dev.countersign.server.telemetry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// A collector that takes OTLP over HTTP, as protobuf, and keeps it.
public final class Collector implements AutoCloseable {
    private final HttpServer server;
    private final Queue<Span> spans = new ConcurrentLinkedQueue<>();
    private final Queue<String> authorizations = new ConcurrentLinkedQueue<>();

    /// One on a free loopback port.
    public Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        ExportTraceServiceRequest.parseFrom(exchange.getRequestBody()).getResourceSpansList().stream()
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .forEach(scope -> spans.addAll(scope.getSpansList()));
        authorizations.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
        byte[] answer = ExportTraceServiceResponse.getDefaultInstance().toByteArray();
        exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
        exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
        exchange.close();
    }

    /// Its address, as `telemetry.otlp-endpoint` has it.
    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// All that came so far.
    public List<Span> spans() {
        return List.copyOf(spans);
    }

    /// What stood in `Authorization`.
    public List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    /// Answers nobody any more.
    public void stop() {
        server.stop(0);
    }

    @Override
    public void close() {
        stop();
    }
}
