package dev.countersign.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.countersign.gateway.wire.Value;
import dev.countersign.server.carrier.Patience;
import dev.countersign.server.cli.CommandLineInterface;
import dev.countersign.server.cli.Running;
import dev.countersign.server.cli.Terminal;
import dev.countersign.testkit.smsc.Answer;
import dev.countersign.testkit.smsc.TestSmsc;
import dev.countersign.testkit.wire.DevClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server with carriers, as an operator configures, changes and tries them.
class DeliveryTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("SMSC_PASSWORD", "secret", "RECEIPTS", "a-word-of-sixteen-letters");

    @TempDir
    Path directory;

    private final AtomicInteger numbers = new AtomicInteger(61_000_000);

    private record Outcome(int code, String out, String err) {}

    /// A server that runs, and who calls it.
    private record Served(Running running, DevClient client, DevClient.Key key, String apiKey) {}

    private Outcome run(Consumer<Running> whileItRuns, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(
                new PrintWriter(out), new PrintWriter(err), InputStream.nullInputStream(), ENVIRONMENT, running -> {
                    whileItRuns.accept(running);
                    running.close();
                });
        int code = new CommandLineInterface(new Launcher(Given.system(), ENVIRONMENT), terminal).run(arguments);
        return new Outcome(code, out.toString(), err.toString());
    }

    private String config(String more) {
        try {
            Path file = directory.resolve("countersign.yaml");
            Files.writeString(file, """
                    behind-proxy: on
                    limits: relaxed
                    listen: {port: 0}
                    management: {address: "127.0.0.1:0"}
                    store: {directory: "%s"}
                    verification: {countries: [852]}
                    """.formatted(directory.resolve("data")) + more);
            return file.toString();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private void serve(String config, Consumer<Served> calls) {
        Outcome made = run(running -> {}, "init", "--config", config);
        assertThat(made.code()).as(made.err()).isZero();
        DevClient.Key key = new DevClient.Key(shown(made, "SecretId +(\\S+)"), shown(made, "SecretKey +(\\S+)"));
        String apiKey = shown(made, "(csk_\\S+)");
        Outcome served = run(
                running -> {
                    try (DevClient client = new DevClient(((Countersign) running).port())) {
                        calls.accept(new Served(running, client, key, apiKey));
                    }
                },
                "serve",
                "--config",
                config);
        assertThat(served.code()).as(served.err()).isZero();
    }

    private static String shown(Outcome outcome, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(outcome.out());
        assertThat(matcher.find()).as(outcome.out()).isTrue();
        return matcher.group(1);
    }

    private String send(Served served) {
        Value.Fields number =
                DevClient.fields("CountryCode", "852", "PhoneNum", Integer.toString(numbers.incrementAndGet()));
        return served.client().call(served.key(), "SendVerifyCode", number).code();
    }

    private static String smpp(String name, TestSmsc smsc) {
        return "carriers." + name + ": {kind: smpp, host: 127.0.0.1, port: " + smsc.port()
                + ", system-id: me, password: 'env:SMSC_PASSWORD', sender: Acme}\n";
    }

    private static String route(String name, String carrier) {
        return "routes." + name + ": {carrier: " + carrier + ", channels: [sms]}\n";
    }

    private static String text(SubmitSm submitted) {
        return new String(submitted.getShortMessage(), StandardCharsets.US_ASCII);
    }

    @Test
    void messages_flow_and_no_session_is_dropped_while_the_configuration_is_read_again() {
        try (TestSmsc first = TestSmsc.plain();
                TestSmsc second = TestSmsc.plain()) {
            serve(config(smpp("first", first) + route("r", "first")), served -> {
                Patience.until("a session", () -> first.binds() == 1);
                Thread reloads = Thread.ofVirtual().start(() -> {
                    for (int i = 0; i < 10; i++) {
                        config(smpp("first", first) + route("r" + i, "first") + "templates.t: {text: 'No. " + i
                                + " {code}'}\n");
                        assertThat(served.running().reload())
                                .anyMatch(line -> line.contains("carriers kept first, new none, replaced none"));
                    }
                });
                int sent = 0;
                while (reloads.isAlive() || sent < 20) {
                    assertThat(send(served)).isEqualTo("ok");
                    sent++;
                }
                long all = sent;
                Patience.until(
                        "all of " + all + " messages", () -> first.submitted().size() == all);
                assertThat(first.binds()).as("sessions since the start").isEqualTo(1);
                assertThat(first.goodbyes()).isZero();
                assertThat(send(served)).isEqualTo("ok");
                Patience.until("one more", () -> first.submitted().size() == all + 1);
                assertThat(text(first.submitted().getLast())).startsWith("No. 9 ");

                config(smpp("second", second) + route("r", "second"));
                assertThat(served.running().reload())
                        .anyMatch(line ->
                                line.contains("new second, replaced none, closed first; 1 routes, 0 templates"));
                assertThat(send(served)).isEqualTo("ok");
                Patience.until(
                        "a message by the other", () -> second.submitted().size() == 1);
                Patience.until("an end of the first session", () -> first.goodbyes() == 1);

                config("");
                served.running().reload();
                assertThat(send(served)).as("without a route").isEqualTo("ServiceUnavailable");
            });
        }
    }

    @Test
    void a_configuration_with_a_mistake_changes_nothing_and_what_needs_a_restart_is_named() {
        try (TestSmsc smsc = TestSmsc.plain()) {
            String good = smpp("acme", smsc) + route("r", "acme");
            serve(config(good), served -> {
                Patience.until("a session", () -> smsc.binds() == 1);
                config(good + "routes.s: {carrier: acmo, channels: [sms]}\ntemplates.t: {text: '{cod}'}\n");
                assertThat(served.running().reload())
                        .anyMatch(line -> line.startsWith("kept the present carriers, routes and templates: ")
                                && line.contains("did you mean acme?")
                                && line.contains("{cod}, which is no placeholder"));
                config(good.replace("SMSC_PASSWORD", "NONE"));
                assertThat(served.running().reload())
                        .anyMatch(line -> line.contains("carriers.acme: env:NONE is not set"));
                config(good + "verification.lifetime: 5m\ntemplates.t: {text: 'New {code}'}\n");
                assertThat(served.running().reload())
                        .contains("verification.lifetime was changed in the configuration; that holds after a restart")
                        .noneMatch(line -> line.contains("verification.tries"));
                assertThat(send(served)).isEqualTo("ok");
                Patience.until("a message", () -> !smsc.submitted().isEmpty());
                assertThat(text(smsc.submitted().getFirst())).startsWith("New ");
                assertThat(smsc.binds()).isEqualTo(1);
            });
        }
    }

    @Test
    void a_secret_that_is_not_there_stops_the_start_with_its_reference() {
        String config = config("carriers.a: {kind: smpp, host: h, system-id: me, password: 'env:NONE'}\n");
        assertThat(run(running -> {}, "init", "--config", config).code()).isZero();
        Outcome refused = run(
                running -> {
                    throw new AssertionError("it runs");
                },
                "serve",
                "--config",
                config);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("carriers.a: env:NONE is not set");
    }

    @Test
    void a_carrier_posts_its_receipts_and_a_forger_none() throws IOException {
        ConcurrentLinkedQueue<String> posted = new ConcurrentLinkedQueue<>();
        HttpServer provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/", exchange -> {
            posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = "{\"id\":\"p-1\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        provider.start();
        try {
            String carrier = "carriers.acme: {kind: http, url: 'http://127.0.0.1:"
                    + provider.getAddress().getPort() + "/', private-targets: on, body: '{\"ours\":\"{id}\"}',"
                    + " id-at: /id, receipt-id-at: /id, receipt-state-at: /state, receipt-states: {done: delivered},"
                    + " receipt-proof: header, receipt-name: X-Word, receipt-secret: 'env:RECEIPTS'}\n";
            serve(config(carrier + route("r", "acme")), served -> {
                assertThat(send(served)).isEqualTo("ok");
                Patience.until("a message", () -> !posted.isEmpty());
                String id = posted.element().replaceAll(".*\"ours\":\"([^\"]+)\".*", "$1");
                Patience.until(
                        "the hand-over's record", () -> message(served, id).contains("p-1"));
                String receipt = "{\"id\":\"p-1\",\"state\":\"done\"}";
                assertThat(post(served, "/receipts/acme", receipt, "X-Word", "guessed"))
                        .isEqualTo(403);
                assertThat(post(served, "/receipts/other", receipt, "X-Word", "a-word-of-sixteen-letters"))
                        .isEqualTo(404);
                assertThat(message(served, id)).doesNotContain("\"delivered\"");
                assertThat(post(served, "/receipts/acme", receipt, "X-Word", "a-word-of-sixteen-letters"))
                        .isLessThan(300);
                Patience.until("the receipt's effect", () -> message(served, id).contains("\"delivered\""));
            });
        } finally {
            provider.stop(0);
        }
    }

    private static int post(Served served, String path, String body, String... headers) {
        return served.client().send("POST", path, body, headers).status();
    }

    private static String message(Served served, String id) {
        return served.client()
                .send("GET", "/v1/messages/" + id, "", "Authorization", "Bearer " + served.apiKey())
                .text();
    }

    @Test
    void a_carrier_is_tried_out_step_by_step_up_to_its_receipt() {
        try (TestSmsc smsc = TestSmsc.plain()) {
            smsc.answers((number, submitted) -> {
                Thread.ofVirtual().start(() -> smsc.receipt("7", 2));
                return new Answer.Taken("7");
            });
            String config = config(smpp("acme", smsc) + "templates.t: {text: 'Trial {code}', sender: Acme}\n");
            Outcome tried = run(
                    running -> {},
                    "carrier",
                    "test",
                    "acme",
                    "--to",
                    "+852 6123 4567",
                    "--config",
                    config,
                    "--wait",
                    "30s");
            assertThat(tried.err()).isEmpty();
            assertThat(tried.out().lines().map(line -> line.replaceAll(" +", " ")))
                    .containsExactly(
                            "configuration ok smpp, to +852******67 by sms",
                            "secrets ok all there",
                            "resolve ok 127.0.0.1",
                            "connect ok 127.0.0.1:" + smsc.port(),
                            "bind ok bound, and ready",
                            "hand-over ok taken as 7",
                            "receipt ok delivered");
            assertThat(tried.code()).isZero();
            assertThat(text(smsc.submitted().getFirst())).matches("Trial [0-9]{6}");
            Patience.until("an orderly end", () -> smsc.goodbyes() == 1);
        }
    }

    @Test
    void a_trial_that_fails_says_at_which_step_and_ends_with_1() {
        try (TestSmsc smsc = TestSmsc.plain()) {
            String config = config(smpp("acme", smsc)
                    + "carriers.nowhere: {kind: smtp, host: no-such-host.invalid, from: a@example.com}\n"
                    + "carriers.closed: {kind: http, url: 'http://127.0.0.1:1/', body: '{}'}\n"
                    + "carriers.unset: {kind: smpp, host: h, system-id: me, password: 'env:NONE'}\n"
                    + "carriers.here: {kind: inbox}\n");
            smsc.answers((number, submitted) -> new Answer.Refused(11));
            assertThat(failed("acme", "+85261234567", config)).startsWith("hand-over FAILED the destination can't");
            smsc.answersBinds(14);
            assertThat(failed("acme", "+85261234567", config)).startsWith("bind FAILED ");
            assertThat(failed("nowhere", "b@example.com", config))
                    .isEqualTo("resolve FAILED no-such-host.invalid has no address");
            assertThat(failed("closed", "+85261234567", config))
                    .isEqualTo("connect FAILED nobody answers at 127.0.0.1:1");
            assertThat(failed("unset", "+85261234567", config)).isEqualTo("secrets FAILED env:NONE is not set");
            assertThat(said("acmo", "+85261234567", config)).contains("no carrier acmo; did you mean acme?");
            assertThat(said("here", "+85261234567", config)).contains("kind inbox, which sends nothing");
            assertThat(said("acme", "b@example.com", config)).contains("can't reach b***@example.com by email");
            assertThat(said("acme", "my phone", config)).contains("--to must be a number with its country code");
            assertThat(said("acme", "a@b", config)).contains("--to must be");
        }
    }

    private String failed(String carrier, String to, String config) {
        Outcome tried = run(running -> {}, "carrier", "test", carrier, "--to", to, "--config", config);
        assertThat(tried.code()).as(tried.out()).isEqualTo(1);
        assertThat(tried.out()).doesNotContain("61234567");
        List<String> lines = tried.out().lines().toList();
        return lines.getLast().replaceAll(" +", " ");
    }

    private String said(String carrier, String to, String config) {
        Outcome tried = run(running -> {}, "carrier", "test", carrier, "--to", to, "--config", config);
        assertThat(tried.code()).isEqualTo(1);
        assertThat(tried.out()).isEmpty();
        return tried.err();
    }
}
