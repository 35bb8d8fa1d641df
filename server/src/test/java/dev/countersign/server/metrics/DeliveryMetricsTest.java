package dev.countersign.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.delivery.Carriers;
import dev.countersign.delivery.DeliveryWatch.Leg;
import dev.countersign.delivery.Receipt;
import dev.countersign.destination.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What `/metrics` shows of messages and carriers.
final class DeliveryMetricsTest {
    private static final String PLACE = "carrier=\"acme\",channel=\"sms\",country=\"852\"";

    private final Metrics metrics = new Metrics(Set.of());
    private final DeliveryMetrics delivery = metrics.delivery();

    private static Leg leg(String country) {
        return new Leg("a-message", Channel.SMS, "acme", "texts", country, Optional.empty());
    }

    @Test
    void tells_by_carrier_route_country_and_channel_how_long_each_step_takes() {
        delivery.handed(leg("852"), Duration.ofMillis(1_500), Duration.ofMillis(20));
        delivery.receipt(leg("852"), Receipt.State.DELIVERED, Duration.ofSeconds(7));
        delivery.completed(leg("852"), Duration.ofSeconds(40));
        assertThat(metrics.text())
                .contains("countersign_delivery_accept_seconds_sum{" + PLACE + ",route=\"texts\"} 1.5\n")
                .contains("countersign_delivery_receipt_seconds_sum{" + PLACE + ",route=\"texts\"} 7.0\n")
                .contains("countersign_delivery_completion_seconds_sum{" + PLACE + ",route=\"texts\"} 40.0\n")
                .contains("countersign_delivery_answer_seconds_sum{carrier=\"acme\"} 0.02\n")
                .doesNotContain("a-message");
    }

    @Test
    void counts_results_so_that_conversion_is_a_quotient() {
        for (int i = 0; i < 4; i++) {
            delivery.handed(leg("852"), Duration.ZERO, Duration.ZERO);
        }
        delivery.completed(leg("852"), Duration.ofSeconds(1));
        delivery.busy(leg("852"));
        delivery.carrierFault(leg("852"), Duration.ZERO);
        delivery.destinationFault(leg("852"), Duration.ZERO);
        delivery.receipt(leg("852"), Receipt.State.UNDELIVERED, Duration.ZERO);
        delivery.expired(3);
        delivery.unknown(2);
        assertThat(metrics.text())
                .contains(counted("handovers", "result=\"handed\",route=\"texts\"", 4))
                .contains(counted("handovers", "result=\"busy\",route=\"texts\"", 1))
                .contains(counted("handovers", "result=\"carrier-fault\",route=\"texts\"", 1))
                .contains(counted("handovers", "result=\"destination-fault\",route=\"texts\"", 1))
                .contains(counted("receipts", "route=\"texts\",state=\"undelivered\"", 1))
                .contains("countersign_delivery_completion_seconds_count{" + PLACE + ",route=\"texts\"} 1\n")
                .contains("countersign_delivery_expired_total 3.0\n")
                .contains("countersign_delivery_receipts_unknown_total 2.0\n");
    }

    private static String counted(String what, String more, int count) {
        return "countersign_delivery_" + what + "_total{" + PLACE + "," + more + "} " + count + ".0\n";
    }

    @Test
    void a_span_that_a_clock_made_negative_is_none_and_a_mail_has_no_country() {
        delivery.handed(leg(""), Duration.ofSeconds(-5), Duration.ofSeconds(-1));
        assertThat(metrics.text())
                .contains("countersign_delivery_accept_seconds_sum{carrier=\"acme\",channel=\"sms\",country=\"none\","
                        + "route=\"texts\"} 0.0\n");
    }

    @Test
    void countries_beyond_a_bound_are_other() {
        for (int i = 0; i < 3_000; i++) {
            delivery.busy(leg(Integer.toString(i)));
        }
        assertThat(metrics.text().lines().filter(line -> line.startsWith("countersign_delivery_handovers_total{")))
                .hasSize(1_001)
                .anyMatch(line -> line.contains("country=\"other\"") && line.endsWith(" 2000.0"));
    }

    @Test
    void shows_how_carriers_stand_as_they_stand_now() {
        delivery.carriers(() -> List.of(
                new Carriers.Standing("acme", List.of(Channel.SMS), true, false, 12),
                new Carriers.Standing("other", List.of(Channel.SMS), false, true, 0)));
        assertThat(metrics.text())
                .contains("countersign_carrier_ready{carrier=\"acme\"} 1.0\n")
                .contains("countersign_carrier_ready{carrier=\"other\"} 0.0\n")
                .contains("countersign_carrier_drained{carrier=\"acme\"} 0.0\n")
                .contains("countersign_carrier_drained{carrier=\"other\"} 1.0\n")
                .contains("countersign_carrier_in_flight{carrier=\"acme\"} 12.0\n");
    }
}
