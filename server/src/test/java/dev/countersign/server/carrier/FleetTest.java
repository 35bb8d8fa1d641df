package dev.countersign.server.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.delivery.Carrier;
import dev.countersign.delivery.Route;
import dev.countersign.delivery.Routes;
import dev.countersign.delivery.http.Outbound;
import dev.countersign.delivery.smpp.SmppWatch;
import dev.countersign.destination.Channel;
import dev.countersign.server.config.Configuration;
import dev.countersign.server.config.ConfigurationReader;
import dev.countersign.server.config.ConfigurationRefused;
import dev.countersign.server.config.DeliveryPlan;
import dev.countersign.server.template.Specimen;
import dev.countersign.testkit.smsc.TestSmsc;
import dev.countersign.verification.Code;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a plan changes, and what it leaves alone.
class FleetTest {
    private final Map<String, String> environment = new HashMap<>();
    private final List<HeldCarrier> made = new ArrayList<>();

    @TempDir
    private Path directory;

    private Fleet fleet() throws NoSuchAlgorithmException {
        return new Fleet(new Drawing(
                new Surroundings(
                        InstantSource.system(),
                        new SecureRandom(),
                        Thread.ofVirtual().factory(),
                        reference -> reference.resolve(environment),
                        new Outbound.Surroundings(
                                host -> List.of(InetAddress.getByName(host)),
                                SSLContext.getDefault(),
                                InstantSource.system()),
                        name -> SmppWatch.none(),
                        receipt -> {}),
                this::make));
    }

    private Carrier make(String name) {
        HeldCarrier carrier = HeldCarrier.open(name);
        made.add(carrier);
        return carrier;
    }

    private DeliveryPlan plan(String... lines) throws IOException {
        Path file = Files.writeString(directory.resolve("countersign.yaml"), String.join("\n", lines) + "\n");
        Configuration read =
                new ConfigurationReader(Map.of()).read(Optional.of(file)).configuration();
        return read.delivering();
    }

    private static String text(Fleet fleet) {
        Specimen specimen = new Specimen(1, "login", Channel.SMS, "en", "");
        return fleet.templates()
                .write(specimen.due(Code.of("012345"), Duration.ofMinutes(5)), Specimen.WRITTEN)
                .text();
    }

    @Test
    void what_a_plan_does_not_change_keeps_its_carrier() throws Exception {
        try (Fleet fleet = fleet()) {
            fleet.apply(plan(
                    "carriers: {a: {kind: inbox}, b: {kind: inbox}, c: {kind: inbox}}",
                    "routes: {r: {carrier: a, channels: [sms], weight: 7}, s: {carrier: b, channels: [voice]}}"));
            Carrier place = fleet.routes().all().getFirst().carrier();
            Fleet.Changes changes = fleet.apply(plan(
                    "carriers: {a: {kind: inbox}, b: {kind: inbox, rate: 5}, d: {kind: inbox}}",
                    "routes: {t: {carrier: a, channels: [voice], price: 1.5}, s: {carrier: b, channels: [voice]}}",
                    "templates.mine: {text: \"Mine: {code}\"}"));
            assertThat(changes).isEqualTo(new Fleet.Changes(List.of("a"), List.of("d"), List.of("b"), List.of("c")));
            assertThat(made).extracting(HeldCarrier::name).containsExactly("a", "b", "c", "d", "b");
            assertThat(made).extracting(carrier -> carrier.closed.get()).containsExactly(0, 1, 1, 0, 0);
            Routes routes = fleet.routes();
            assertThat(routes.all()).extracting(Route::name).containsExactly("t", "s");
            assertThat(routes.all().getFirst().carrier()).isSameAs(place);
            assertThat(routes.all().getFirst().price()).isEqualTo(1_500_000);
            assertThat(text(fleet)).isEqualTo("Mine: 012345");
        }
        assertThat(made).allMatch(carrier -> carrier.closed.get() == 1);
    }

    @Test
    void a_plan_with_a_missing_secret_changes_nothing() throws Exception {
        environment.put("P", "secret");
        try (Fleet fleet = fleet()) {
            fleet.apply(plan("carriers: {a: {kind: inbox}}", "routes.r: {carrier: a, channels: [sms]}"));
            String http = "kind: http, url: 'https://api.example.com/', body: '{}', auth: bearer";
            DeliveryPlan broken = plan(
                    "carriers: {b: {" + http + ", auth-secret: 'env:NONE'}, c: {" + http
                            + ", auth-secret: 'file:/nowhere'}}",
                    "templates.mine: {text: \"Mine: {code}\"}");
            assertThatThrownBy(() -> fleet.apply(broken))
                    .isInstanceOf(ConfigurationRefused.class)
                    .hasMessageContaining("carriers.b: env:NONE is not set")
                    .hasMessageContaining("carriers.c: file:/nowhere can't be read");
            assertThat(fleet.routes().all()).hasSize(1);
            assertThat(text(fleet)).startsWith("012345 is your code");
            assertThat(made.getFirst().closed).hasValue(0);
        }
    }

    @Test
    void another_secret_behind_the_same_reference_is_a_change() throws Exception {
        environment.put("P", "old");
        try (TestSmsc smsc = TestSmsc.plain();
                Fleet fleet = fleet()) {
            DeliveryPlan plan = plan("carriers.a: {kind: smpp, host: 127.0.0.1, port: " + smsc.port()
                    + ", system-id: me, password: 'env:P'}");
            fleet.apply(plan);
            Patience.until("a session", () -> smsc.binds() == 1);
            assertThat(fleet.apply(plan).kept()).containsExactly("a");
            assertThat(smsc.binds()).isEqualTo(1);
            environment.put("P", "new");
            assertThat(fleet.apply(plan).replaced()).containsExactly("a");
            Patience.until("another session", () -> smsc.binds() == 2 && smsc.goodbyes() == 1);
        }
    }

    @Test
    void everything_goes_to_the_inbox_when_it_is_on() throws Exception {
        try (Fleet fleet = fleet()) {
            fleet.apply(plan("delivery.inbox: on"));
            for (Channel channel : Channel.values()) {
                assertThat(fleet.routes().serves(channel, "login")).isTrue();
            }
            assertThat(made).singleElement().extracting(HeldCarrier::name).isEqualTo("inbox");
            fleet.apply(plan());
            assertThat(fleet.routes().serves(Channel.SMS, "login")).isFalse();
        }
    }

    @Test
    void receipts_are_understood_by_the_carriers_that_post_them() throws Exception {
        environment.put("S", "a-secret-of-many-letters");
        try (Fleet fleet = fleet()) {
            fleet.apply(plan(
                    "carriers:",
                    "  described: {kind: http, url: 'https://h/', body: '{}', receipt-id-at: /id, receipt-state-at: /s,"
                            + " receipt-states: {ok: delivered}, receipt-secret: 'env:S'}",
                    "  twilio: {kind: twilio, account-sid: AC00000000000000000000000000000000, secret: 'env:S',"
                            + " from: Acme, status-callback: 'https://me.example.com/receipts/twilio'}",
                    "  tencent: {kind: tencent-sms, secret-id: a, secret-key: 'env:S', app-id: 1, template-ids: {'*': 1},"
                            + " receipt-secret: 'env:S'}",
                    "  alibaba: {kind: alibaba-sms, key-id: a, key-secret: 'env:S', signature: a,"
                            + " template-codes: {'*': SMS_1}, receipt-secret: 'env:S'}",
                    "  silent: {kind: http, url: 'https://h/', body: '{}'}",
                    "  mail: {kind: smtp, host: mail.invalid, from: a@example.com}"));
            for (String name : List.of("described", "twilio", "tencent", "alibaba")) {
                assertThat(fleet.hook(name)).as(name).isPresent();
            }
            for (String name : List.of("silent", "mail", "nobody", "")) {
                assertThat(fleet.hook(name)).as(name).isEmpty();
            }
        }
    }
}
