package dev.countersign.server.metrics;

import dev.countersign.gateway.Observer;
import dev.countersign.server.http.HttpMeter;
import dev.countersign.value.RequestId;
import dev.countersign.verification.Watch;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.function.LongSupplier;

/// Counts what happens. Labels hold only what we publish ourselves, so that their number stays bounded and
/// nothing about a person gets into them.
public final class Metrics implements Observer, Watch, HttpMeter {
    /// The exact content type of [#text].
    public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private static final double[] BOUNDS = {
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30
    };

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusTextFormatWriter writer =
            PrometheusTextFormatWriter.builder().build();
    private final Labels actionLabels;
    private final Labels codeLabels = new Labels(Set.of());
    private final Counter answers;
    private final Counter faults;
    private final Counter requests;
    private final Histogram durations;
    private final Counter spraying;
    private final Counter disabled;
    private final Counter heldBack;
    private final Counter receiptsRefused;
    private final DeliveryMetrics delivery = new DeliveryMetrics(registry);

    /// @param actions the names of the published actions; any other is counted as `other`
    public Metrics(Set<String> actions) {
        this.actionLabels = new Labels(actions);
        this.answers = Counter.builder()
                .name("countersign_answers_total")
                .help("Answered calls by dialect, action, published code and kind.")
                .labelNames("dialect", "action", "code", "kind")
                .register(registry);
        this.faults = Counter.builder()
                .name("countersign_faults_total")
                .help("Unexpected failures of ours. Any is worth a look at the log.")
                .register(registry);
        this.requests = Counter.builder()
                .name("countersign_http_requests_total")
                .help("Answered HTTP requests by class of status.")
                .labelNames("status")
                .register(registry);
        this.durations = Histogram.builder()
                .name("countersign_http_request_duration_seconds")
                .help("From the last byte of a request to its answer.")
                .classicOnly()
                .classicUpperBounds(BOUNDS)
                .register(registry);
        this.spraying = Counter.builder()
                .name("countersign_spraying_total")
                .help("Times that a caller had to wait since most of its codes were wrong.")
                .register(registry);
        this.disabled = Counter.builder()
                .name("countersign_authenticators_disabled_total")
                .help("Authenticators disabled after too many failures, until a person lifts it.")
                .labelNames("authenticator")
                .register(registry);
        this.heldBack = Counter.builder()
                .name("countersign_signins_held_back_total")
                .help(
                        "Tries at console passwords that were not compared: too many from one source or site, or for one name.")
                .register(registry);
        this.receiptsRefused = Counter.builder()
                .name("countersign_receipts_refused_total")
                .help("Posts to /receipts that are not from the carrier, or can't be read.")
                .labelNames("carrier", "reason")
                .register(registry);
        machine();
    }

    /// Somebody posted what is no receipt.
    ///
    /// @param carrier one that there is
    /// @param reason a fixed word
    public void receiptRefused(String carrier, String reason) {
        receiptsRefused.labelValues(carrier, reason).inc();
    }

    /// What is counted of messages.
    public DeliveryMetrics delivery() {
        return delivery;
    }

    /// Shows how many messages wait for a carrier.
    ///
    /// @param backlog asked at each look
    public void outbox(LongSupplier backlog) {
        gauge("countersign_outbox_backlog", "Messages written but not yet handed to a carrier.", backlog);
    }

    private void machine() {
        Runtime runtime = Runtime.getRuntime();
        gauge("jvm_memory_used_bytes", "Heap in use.", () -> runtime.totalMemory() - runtime.freeMemory());
        gauge("jvm_memory_committed_bytes", "Heap taken from the system.", runtime::totalMemory);
        gauge("jvm_memory_max_bytes", "The most heap that may be taken.", runtime::maxMemory);
        gauge("jvm_processors", "Processors that may be used.", runtime::availableProcessors);
        gauge("process_start_time_seconds", "When the process began, in Unix seconds.", Metrics::processStart);
    }

    private static long processStart() {
        return ProcessHandle.current()
                .info()
                .startInstant()
                .map(start -> start.getEpochSecond())
                .orElse(0L);
    }

    private void gauge(String name, String help, LongSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call((double) value.getAsLong()))
                .register(registry);
    }

    @Override
    public void answered(String dialect, String action, String code, String kind) {
        answers.labelValues(dialect, actionLabels.bounded(action), codeLabels.bounded(code), kind)
                .inc();
    }

    @Override
    public void fault(RequestId id, RuntimeException cause) {
        faults.inc();
    }

    @Override
    public void answered(int status, Duration took) {
        requests.labelValues(status / 100 + "xx").inc();
        durations.observe(took.toNanos() / 1e9);
    }

    @Override
    public void failed(RuntimeException fault) {
        faults.inc();
    }

    @Override
    public void spraying(long callerUin) {
        spraying.inc();
    }

    @Override
    public void disabled(long uin, String authenticator) {
        disabled.labelValues(authenticator).inc();
    }

    @Override
    public void heldBack() {
        heldBack.inc();
    }

    /// All of it in the text format of Prometheus.
    public String text() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.write(out, registry.scrape());
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return out.toString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
