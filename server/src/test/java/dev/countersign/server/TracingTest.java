package dev.countersign.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.server.OperatorsServer.Served;
import dev.countersign.server.carrier.Patience;
import dev.countersign.server.telemetry.Collector;
import dev.countersign.testkit.smsc.Answer;
import dev.countersign.testkit.smsc.TestSmsc;
import dev.countersign.testkit.wire.DevClient;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One trace from the request to the receipt and the use of the code, at a collector that speaks OTLP.
class TracingTest {
    private static final String NUMBER = "61234567";
    private static final String OTHER = "61234568";
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String CALLER = "b7ad6b7169203331";
    private static final Map<String, String> ENVIRONMENT =
            Map.of("SMSC_PASSWORD", "secret", "OTLP", "Bearer of-the-collector");

    @TempDir
    Path directory;

    private static String config(TestSmsc smsc, Collector collector, int percent) {
        return """
                carriers.acme: {kind: smpp, host: 127.0.0.1, port: %d, system-id: me, password: 'env:SMSC_PASSWORD', sender: Acme}
                routes.texts: {carrier: acme, channels: [sms]}
                telemetry: {otlp-endpoint: "%s/", otlp-authorization: "env:OTLP", sample-percent: %d}
                """.formatted(smsc.port(), collector.endpoint(), percent);
    }

    private static DevClient.Answer start(Served served, String number, String... headers) {
        return served.own("POST", "/v1/verifications", "{\"to\":\"+852" + number + "\"}", headers);
    }

    private static void awaitMessages(TestSmsc smsc, int count) {
        Patience.until("a message", () -> smsc.submitted().size() == count);
    }

    private static String code(TestSmsc smsc) {
        Matcher digits = Pattern.compile("[0-9]{6}")
                .matcher(new String(smsc.submitted().getLast().getShortMessage(), StandardCharsets.US_ASCII));
        assertThat(digits.find()).isTrue();
        return digits.group();
    }

    private static void awaitText(String what, Served served, String path, String text) {
        Patience.until(what, () -> served.own("GET", path, "").text().contains(text));
    }

    @Test
    void a_request_its_hand_over_its_receipt_and_the_use_of_its_code_are_one_trace_below_its_callers()
            throws IOException {
        try (TestSmsc smsc = TestSmsc.plain();
                Collector collector = new Collector()) {
            smsc.answers((number, submitted) -> new Answer.Taken("abc"));
            String[] code = new String[1];
            new OperatorsServer(directory, ENVIRONMENT).serve(config(smsc, collector, 0), served -> {
                DevClient.Answer started = start(served, NUMBER, "traceparent", "00-" + TRACE + "-" + CALLER + "-01");
                String messages = "/v1/verifications/" + started.text("id") + "/messages";
                awaitMessages(smsc, 1);
                awaitText("the record of the hand-over", served, messages, "\"abc\"");
                smsc.receipt("abc", 2);
                awaitText("the receipt's effect", served, messages, "\"delivered\"");
                code[0] = code(smsc);
                assertThat(served.own(
                                        "POST",
                                        "/v1/verifications/" + started.text("id") + "/check",
                                        "{\"code\":\"" + code[0] + "\"}")
                                .status())
                        .isEqualTo(200);
                Patience.until(
                        "the completion's metric",
                        () -> served.management()
                                .send("GET", "/metrics", "")
                                .text()
                                .contains("countersign_delivery_completion_seconds_count"));
                assertThat(start(served, OTHER).status())
                        .as("one that nobody traces")
                        .isEqualTo(201);
                awaitMessages(smsc, 2);
            });
            assertThat(collector.spans()).extracting(Span::getName).contains("hand-over", "receipt", "completion");
            assertThat(collector.spans())
                    .as("0 percent, but for whom the caller decides")
                    .hasSize(4)
                    .allSatisfy(span ->
                            assertThat(hex(span.getTraceId().toByteArray())).isEqualTo(TRACE));
            Span request = named(collector, Span.SpanKind.SPAN_KIND_SERVER);
            assertThat(hex(request.getParentSpanId().toByteArray())).isEqualTo(CALLER);
            assertThat(text(request, "countersign.code")).isEqualTo("ok");
            assertThat(text(request, "countersign.action")).isEqualTo(request.getName());
            assertThat(text(request, "countersign.request_id")).matches("[0-9a-fA-F-]{36}");
            List<Span> later = collector.spans().stream()
                    .filter(span -> !span.equals(request))
                    .toList();
            assertThat(later).allSatisfy(span -> {
                assertThat(span.getParentSpanId()).isEqualTo(request.getSpanId());
                assertThat(text(span, "countersign.carrier")).isEqualTo("acme");
                assertThat(text(span, "countersign.route")).isEqualTo("texts");
                assertThat(span.getEndTimeUnixNano()).isGreaterThanOrEqualTo(span.getStartTimeUnixNano());
            });
            assertThat(later)
                    .extracting(span -> text(span, "countersign.message"))
                    .containsOnly(text(later.getFirst(), "countersign.message"));
            assertThat(later)
                    .extracting(span -> text(span, "countersign.outcome"))
                    .containsExactlyInAnyOrder("handed", "delivered", "used");
            assertThat(collector.spans().toString())
                    .doesNotContain(NUMBER)
                    .doesNotContain(code[0])
                    .doesNotContain("secret")
                    .doesNotContain("csk_");
            assertThat(collector.authorizations()).containsOnly("Bearer of-the-collector");
        }
    }

    private static Span named(Collector collector, Span.SpanKind kind) {
        return collector.spans().stream()
                .filter(span -> span.getKind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_fault_of_a_carrier_is_an_error_of_its_span_and_a_collector_that_is_gone_holds_nobody_up()
            throws IOException {
        try (TestSmsc smsc = TestSmsc.plain();
                Collector collector = new Collector()) {
            smsc.answers((number, submitted) -> number == 0 ? new Answer.Refused(8) : new Answer.Taken("n" + number));
            new OperatorsServer(directory, ENVIRONMENT).serve(config(smsc, collector, 100), served -> {
                assertThat(start(served, NUMBER).status()).isEqualTo(201);
                awaitMessages(smsc, 2);
                Patience.until(
                        "spans",
                        () -> collector.spans().stream()
                                        .filter(span -> span.getName().equals("hand-over"))
                                        .count()
                                == 2);
                collector.stop();
                assertThat(start(served, OTHER).status()).isEqualTo(201);
                awaitMessages(smsc, 3);
            });
            assertThat(collector.spans().stream().filter(span -> span.getName().equals("hand-over")))
                    .extracting(span -> text(span, "countersign.outcome") + " "
                            + span.getStatus().getCodeValue())
                    .containsExactlyInAnyOrder("carrier-fault 2", "handed 0");
        }
    }

    private static String text(Span span, String attribute) {
        return span.getAttributesList().stream()
                .filter(one -> one.getKey().equals(attribute))
                .map(one -> one.getValue().getStringValue())
                .findFirst()
                .orElse("");
    }

    private static String hex(byte[] id) {
        return HexFormat.of().formatHex(id);
    }
}
