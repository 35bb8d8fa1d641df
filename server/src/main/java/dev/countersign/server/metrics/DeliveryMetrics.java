package dev.countersign.server.metrics;

import dev.countersign.delivery.Carriers;
import dev.countersign.delivery.DeliveryWatch;
import dev.countersign.delivery.Receipt;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/// Counts what becomes of messages, by carrier, route, country and channel. Conversion is the count of
/// completions over that of messages handed over.
public final class DeliveryMetrics implements DeliveryWatch {
    private static final double[] BOUNDS = {0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900};
    private static final double[] ANSWER_BOUNDS = {0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30};

    private final LegLabels legs = new LegLabels();
    private final PrometheusRegistry registry;
    private final Counter handovers;
    private final Counter receipts;
    private final Histogram accept;
    private final Histogram receipt;
    private final Histogram completion;
    private final Histogram answer;
    private final Counter expired;
    private final Counter unknown;

    /// @param registry where they are shown
    DeliveryMetrics(PrometheusRegistry registry) {
        this.registry = registry;
        this.handovers = counter(
                "countersign_delivery_handovers_total",
                "Hand-overs by result: handed, busy, carrier-fault, destination-fault.",
                LegLabels.with("result"));
        this.receipts = counter(
                "countersign_delivery_receipts_total",
                "Messages by what the receipts say: delivered, undelivered.",
                LegLabels.with("state"));
        this.accept = histogram(
                "countersign_delivery_accept_seconds",
                "From the commit of a message to its acceptance by a carrier.",
                BOUNDS,
                LegLabels.NAMES);
        this.receipt = histogram(
                "countersign_delivery_receipt_seconds",
                "From the acceptance of a message to the receipt that settles it.",
                BOUNDS,
                LegLabels.NAMES);
        this.completion = histogram(
                "countersign_delivery_completion_seconds",
                "From the acceptance of a message to the use of its code.",
                BOUNDS,
                LegLabels.NAMES);
        this.answer = histogram(
                "countersign_delivery_answer_seconds",
                "How long a carrier took to answer a hand-over.",
                ANSWER_BOUNDS,
                "carrier");
        this.expired = counter("countersign_delivery_expired_total", "Messages that ended before a carrier had them.");
        this.unknown = counter(
                "countersign_delivery_receipts_unknown_total",
                "Receipts for ids that no message got within a day, which are forgotten.");
    }

    private Counter counter(String name, String help, String... labels) {
        return Counter.builder().name(name).help(help).labelNames(labels).register(registry);
    }

    private Histogram histogram(String name, String help, double[] bounds, String... labels) {
        return Histogram.builder()
                .name(name)
                .help(help)
                .classicOnly()
                .classicUpperBounds(bounds)
                .labelNames(labels)
                .register(registry);
    }

    /// Shows how carriers stand.
    ///
    /// @param standings asked at each look
    public void carriers(Supplier<List<Carriers.Standing>> standings) {
        carriers(
                "countersign_carrier_ready",
                "1 when a carrier takes messages, 0 while its breaker is open or it has no session.",
                standings,
                one -> one.ready() ? 1 : 0);
        carriers(
                "countersign_carrier_drained",
                "1 when a carrier is drained by an operator's wish.",
                standings,
                one -> one.drained() ? 1 : 0);
        carriers(
                "countersign_carrier_in_flight",
                "Messages that a carrier was handed and has not answered.",
                standings,
                Carriers.Standing::inFlight);
    }

    private void carriers(
            String name,
            String help,
            Supplier<List<Carriers.Standing>> standings,
            ToDoubleFunction<Carriers.Standing> value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames("carrier")
                .callback(
                        callback -> standings.get().forEach(one -> callback.call(value.applyAsDouble(one), one.name())))
                .register(registry);
    }

    @Override
    public void handed(Leg leg, Duration sinceWritten, Duration took) {
        result(leg, "handed", took);
        accept.labelValues(legs.of(leg)).observe(seconds(sinceWritten));
    }

    @Override
    public void busy(Leg leg) {
        handovers.labelValues(legs.of(leg, "busy")).inc();
    }

    @Override
    public void carrierFault(Leg leg, Duration took) {
        result(leg, "carrier-fault", took);
    }

    @Override
    public void destinationFault(Leg leg, Duration took) {
        result(leg, "destination-fault", took);
    }

    private void result(Leg leg, String word, Duration took) {
        handovers.labelValues(legs.of(leg, word)).inc();
        answer.labelValues(leg.carrier()).observe(seconds(took));
    }

    @Override
    public void receipt(Leg leg, Receipt.State state, Duration sinceHanded) {
        receipts.labelValues(legs.of(leg, state.name().toLowerCase(Locale.ROOT)))
                .inc();
        receipt.labelValues(legs.of(leg)).observe(seconds(sinceHanded));
    }

    @Override
    public void completed(Leg leg, Duration sinceHanded) {
        completion.labelValues(legs.of(leg)).observe(seconds(sinceHanded));
    }

    @Override
    public void expired(long messages) {
        expired.inc(messages);
    }

    @Override
    public void unknown(long number) {
        unknown.inc(number);
    }

    /// A clock that was set back makes none negative.
    private static double seconds(Duration span) {
        return Math.max(0, span.toNanos() / 1e9);
    }
}
