package dev.countersign.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.value.Bytes;
import dev.countersign.value.RequestId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// What `/livez`, `/readyz` and `/metrics` show.
final class MetricsTest {
    private final Metrics metrics = new Metrics(Set.of("SendVerifyCode"));

    private static Request get(String method, String path) {
        return new Request(method, path, "", Headers.none(), Bytes.none(), "127.0.0.1", false);
    }

    @Test
    void counts_by_dialect_action_code_and_kind() {
        metrics.answered("tencent", "SendVerifyCode", "ok", "success");
        metrics.answered("tencent", "SendVerifyCode", "ok", "success");
        assertThat(metrics.text())
                .contains("countersign_answers_total{action=\"SendVerifyCode\",code=\"ok\",dialect=\"tencent\","
                        + "kind=\"success\"} 2.0");
    }

    @Test
    void an_action_that_is_not_published_is_other_whatever_it_is_called() {
        for (int i = 0; i < 1_000; i++) {
            metrics.answered("tencent", "85261234567-" + i, "InvalidAction", "refusal");
        }
        assertThat(metrics.text()).contains("action=\"other\"").doesNotContain("85261234567");
        assertThat(metrics.text().lines().filter(line -> line.startsWith("countersign_answers_total")))
                .hasSize(1);
    }

    @Test
    void codes_beyond_a_bound_are_other() {
        for (int i = 0; i < 2_000; i++) {
            metrics.answered("tencent", "SendVerifyCode", "Code" + i, "refusal");
        }
        assertThat(metrics.text().lines().filter(line -> line.startsWith("countersign_answers_total")))
                .hasSize(501);
    }

    @Test
    void no_principal_is_ever_named() {
        metrics.spraying(100000000001L);
        metrics.disabled(100000000011L, "phone");
        metrics.heldBack();
        assertThat(metrics.text())
                .contains("countersign_spraying_total 1.0")
                .contains("countersign_signins_held_back_total 1.0")
                .contains("countersign_authenticators_disabled_total{authenticator=\"phone\"} 1.0")
                .doesNotContain("1000000000");
    }

    @Test
    void shows_the_backlog_the_durations_and_the_machine() {
        metrics.outbox(() -> 7);
        metrics.answered(204, Duration.ofMillis(3));
        assertThat(metrics.text())
                .contains("countersign_outbox_backlog 7.0")
                .contains("countersign_http_requests_total{status=\"2xx\"} 1.0")
                .contains("countersign_http_request_duration_seconds_bucket{le=\"0.005\"} 1")
                .contains("jvm_memory_used_bytes ");
    }

    @Test
    void a_fault_is_logged_with_its_request_but_without_its_text() {
        List<String> lines = new ArrayList<>();
        FaultLog log = new FaultLog(metrics, lines::add);
        log.fault(
                new RequestId("the-id"),
                new IllegalStateException("85261234567", new IllegalArgumentException("alice@example.com")));
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst())
                .contains(
                        "the-id",
                        "IllegalStateException",
                        "caused by java.lang.IllegalArgumentException",
                        "MetricsTest")
                .doesNotContain("85261234567", "alice");
        assertThat(metrics.text()).contains("countersign_faults_total 1.0");
    }

    @Test
    void ready_is_what_the_check_says() {
        AtomicReference<Optional<String>> missing = new AtomicReference<>(Optional.of("the store does not answer"));
        OpsSite site = new OpsSite(() -> Objects.requireNonNull(missing.get()), Optional.empty());
        Response before = site.answer(get("GET", "/readyz"));
        assertThat(before.status()).isEqualTo(503);
        assertThat(before.body().toUtf8()).contains("the store does not answer");
        missing.set(Optional.empty());
        assertThat(site.answer(get("GET", "/readyz")).status()).isEqualTo(200);
        assertThat(site.answer(get("GET", "/livez")).status()).isEqualTo(200);
        assertThat(site.answer(get("POST", "/livez")).status()).isEqualTo(405);
    }

    @Test
    void metrics_are_served_only_where_they_are_given() {
        assertThat(new OpsSite(Optional::empty, Optional.empty()).serves(get("GET", "/metrics")))
                .isFalse();
        OpsSite site = new OpsSite(Optional::empty, Optional.of(metrics));
        Response response = site.answer(get("GET", "/metrics"));
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.contentType()).startsWith("text/plain; version=0.0.4");
    }
}
