package dev.countersign.server.telemetry;

import dev.countersign.gateway.wire.Headers;
import dev.countersign.value.Secret;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Sends spans to a collector, by OTLP over HTTP. Spans wait in a bounded queue, and are lost when the
/// collector takes none: requests and messages never wait for it.
public final class Traces implements AutoCloseable {
    private static final String HEADER = "traceparent";

    /// A batch that is not taken within it is given up, not tried again: the next one waits already.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final TextMapGetter<Map<String, String>> BY_NAME =
            (carried, name) -> carried == null ? null : carried.get(name);

    private final SdkTracerProvider provider;
    private final Tracer tracer;

    private Traces(SdkTracerProvider provider) {
        this.provider = provider;
        this.tracer = provider.get("dev.countersign");
    }

    /// Traces to that collector.
    ///
    /// @param endpoint its address, without `/v1/traces`
    /// @param authorization the header that it wants; empty for none
    /// @param percent how many of 100 requests are traced whose caller does not decide
    public static Traces to(String endpoint, Optional<Secret> authorization, int percent) {
        String base = endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint;
        OtlpHttpSpanExporterBuilder exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(base + "/v1/traces")
                .setTimeout(PATIENCE)
                .setRetryPolicy(null);
        authorization.ifPresent(secret -> exporter.addHeader("Authorization", secret.reveal()));
        return new Traces(SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "countersign")))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(percent / 100.0)))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter.build()).build())
                .build());
    }

    /// A span of a request, below the one that its caller names in `traceparent`, if it names one.
    SpanBuilder request(Headers headers) {
        return below("request", headers.first(HEADER));
    }

    /// A span of what became of a message, below the request that wanted it.
    ///
    /// @param parent as `traceparent` writes it; empty for none
    SpanBuilder below(String name, Optional<String> parent) {
        Map<String, String> carried = parent.map(text -> Map.of(HEADER, text)).orElseGet(Map::of);
        Context context = W3CTraceContextPropagator.getInstance().extract(Context.root(), carried, BY_NAME);
        return tracer.spanBuilder(name).setParent(context);
    }

    /// Where this thread's request stands, as `traceparent` writes it; empty when it is not traced.
    public static Optional<String> here() {
        SpanContext now = Span.current().getSpanContext();
        return now.isValid()
                ? Optional.of("00-" + now.getTraceId() + "-" + now.getSpanId() + "-"
                        + now.getTraceFlags().asHex())
                : Optional.empty();
    }

    /// Sends what waits, for five seconds at the most.
    @Override
    public void close() {
        provider.shutdown().join(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
