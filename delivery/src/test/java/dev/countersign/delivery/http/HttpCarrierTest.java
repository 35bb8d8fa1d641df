package dev.countersign.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.Letters;
import dev.countersign.delivery.http.HttpCarrierSettings.Body;
import dev.countersign.delivery.http.HttpCarrierSettings.Expected;
import dev.countersign.delivery.http.HttpCarrierSettings.Faults;
import dev.countersign.delivery.http.HttpCarrierSettings.Reference;
import dev.countersign.delivery.http.HttpCarrierSettings.Sent;
import dev.countersign.delivery.http.HttpCarrierSettings.Success;
import dev.countersign.gateway.wire.Request;
import dev.countersign.testkit.TestClock;
import dev.countersign.value.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// A carrier that configuration describes, against a server that answers well, badly and not at all.
final class HttpCarrierTest {
    private static final Recorded TAKEN = Recorded.of(200, "{\"status\":\"accepted\",\"messages\":[{\"id\":\"m-1\"}]}");

    private static HttpCarrierSettings settings(String address, Body body, Reach reach) {
        return new HttpCarrierSettings(
                new Sent(
                        "POST",
                        address + "/send/{country}?text={text}",
                        Map.of("Idempotency-Key", "{id}"),
                        new Credentials.Bearer(Secret.of("t0ken")),
                        body),
                new Success(
                        Set.of(200, 202),
                        Optional.of(new Expected(JsonPointer.of("/status"), Set.of("accepted"))),
                        Optional.of(new Reference.InJson(JsonPointer.of("/messages/0/id")))),
                new Faults(
                        Optional.of(JsonPointer.of("/error")), Set.of("bad_number", "404"), Set.of("slow_down", "503")),
                Registered.none(),
                reach);
    }

    private static HttpCarrier carrier(HttpCarrierSettings settings) throws Exception {
        return new HttpCarrier("partner", new Described(settings, TestClock.atNoon()), Line.here());
    }

    private static final Body JSON = new Body.Json(
            "{\"to\":\"{to-plus}\",\"text\":\"{text}\",\"ttl\":\"{minutes}\",\"flash\":false,\"n\":[1,\"{{x}}\"]}");

    private static Dispatch answered(Recorded answer) throws Exception {
        try (StandIn partner = StandIn.answering(answer);
                HttpCarrier carrier = carrier(settings(partner.address(), JSON, Line.HERE))) {
            return carrier.dispatch(Letters.text("482913 is your code"));
        }
    }

    /// What a server does with a connection whose request it has begun to read.
    private interface Conduct {
        void with(Socket socket) throws IOException;
    }

    private static Dispatch behaved(Conduct conduct, Reach reach) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                HttpCarrier carrier = carrier(settings("http://carrier.test:" + server.getLocalPort(), JSON, reach))) {
            CompletableFuture<Void> served = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> {
                try (Socket socket = server.accept()) {
                    assertThat(socket.getInputStream().read()).isPositive();
                    conduct.with(socket);
                    served.get();
                } catch (Exception ended) {
                    served.completeExceptionally(ended);
                }
            });
            Dispatch result = carrier.dispatch(Letters.text("482913"));
            served.complete(null);
            return result;
        }
    }

    @Test
    void a_message_is_sent_as_the_settings_say() throws Exception {
        try (StandIn partner = StandIn.answering(TAKEN);
                HttpCarrier carrier = carrier(settings(partner.address(), JSON, Line.HERE))) {
            assertThat(carrier.name()).isEqualTo("partner");
            assertThat(carrier.dispatch(Letters.text("a \"b\" & {to}\n/ü"))).isEqualTo(new Dispatch.Handed("m-1"));
            Request request = partner.received();
            assertThat(request.path()).isEqualTo("/send/852");
            assertThat(request.query()).isEqualTo("text=a%20%22b%22%20%26%20%7Bto%7D%0A%2F%C3%BC");
            assertThat(request.headers().first("Idempotency-Key")).contains("msg-01hx7");
            assertThat(request.headers().first("Authorization")).contains("Bearer t0ken");
            assertThat(request.headers().first("Content-Type")).contains("application/json; charset=utf-8");
            assertThat(request.body().toUtf8())
                    .isEqualTo("{\"to\":\"+85261234567\",\"text\":\"a \\\"b\\\" & {to}\\n/ü\",\"ttl\":\"10\","
                            + "\"flash\":false,\"n\":[1,\"{x}\"]}");
        }
    }

    @Test
    void connections_are_used_again() throws Exception {
        try (StandIn partner = StandIn.answering(TAKEN);
                HttpCarrier carrier = carrier(settings(partner.address(), JSON, Line.HERE))) {
            for (int i = 0; i < 20; i++) {
                assertThat(carrier.dispatch(Letters.text("482913"))).isInstanceOf(Dispatch.Handed.class);
            }
        }
    }

    @Test
    void a_closed_carrier_takes_nothing() throws Exception {
        try (StandIn partner = StandIn.answering(TAKEN)) {
            HttpCarrier carrier = carrier(settings(partner.address(), JSON, Line.HERE));
            carrier.close();
            assertThat(carrier.dispatch(Letters.text("482913")))
                    .isEqualTo(new Dispatch.CarrierFault("connection broken"));
            assertThat(partner.receivedAlready()).isNull();
        }
    }

    @Test
    void a_get_has_all_in_its_address() throws Exception {
        try (StandIn partner = StandIn.answering(Recorded.of(202, "").with("X-Message-Id", "h-9"));
                HttpCarrier carrier = carrier(new HttpCarrierSettings(
                        new Sent(
                                "GET",
                                partner.address() + "/sms?to={to}&tpl={template}&c={code}",
                                Map.of(),
                                new Credentials.Header("X-Api-Key", Secret.of("k")),
                                new Body.None()),
                        new Success(Set.of(202), Optional.empty(), Optional.of(new Reference.InHeader("X-Message-Id"))),
                        Faults.none(),
                        Registered.all("t-7"),
                        Line.HERE))) {
            assertThat(carrier.dispatch(Letters.text("482913"))).isEqualTo(new Dispatch.Handed("h-9"));
            Request request = partner.received();
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.query()).isEqualTo("to=85261234567&tpl=t-7&c=482913");
            assertThat(request.headers().first("X-Api-Key")).contains("k");
        }
    }

    @Test
    void errors_are_the_numbers_the_hours_or_the_carriers() throws Exception {
        assertThat(answered(Recorded.of(400, "{\"error\":\"bad_number\"}")))
                .isEqualTo(new Dispatch.DestinationFault("bad_number"));
        assertThat(answered(Recorded.of(404, "<html>"))).isEqualTo(new Dispatch.DestinationFault("status 404"));
        assertThat(answered(Recorded.of(200, "{\"error\":\"slow_down\"}")))
                .isEqualTo(new Dispatch.Busy(Duration.ofSeconds(1)));
        assertThat(answered(Recorded.of(429, "").with("Retry-After", "12")))
                .isEqualTo(new Dispatch.Busy(Duration.ofSeconds(12)));
        assertThat(answered(Recorded.of(503, "").with("Retry-After", "Sun, 22 Nov 2026 12:00:30 GMT")))
                .isEqualTo(new Dispatch.Busy(Duration.ofSeconds(30)));
        assertThat(answered(Recorded.of(429, "").with("Retry-After", "999999")))
                .isEqualTo(new Dispatch.Busy(Duration.ofMinutes(5)));
        assertThat(answered(Recorded.of(500, ""))).isEqualTo(new Dispatch.CarrierFault("status 500"));
        assertThat(answered(Recorded.of(400, "{\"error\":\"no_credit\"}")))
                .isEqualTo(new Dispatch.CarrierFault("no_credit"));
    }

    @Test
    void nonsense_nothing_and_too_much_are_the_carriers_fault_in_fixed_words() throws Exception {
        assertThat(answered(Recorded.of(200, "<html>Welcome to the hotel's network")))
                .isEqualTo(new Dispatch.CarrierFault("answer can't be read"));
        assertThat(answered(Recorded.of(200, ""))).isEqualTo(new Dispatch.CarrierFault("empty answer"));
        assertThat(answered(Recorded.of(200, "{\"status\":\"accepted\"}")))
                .isEqualTo(new Dispatch.CarrierFault("answer without reference"));
        assertThat(answered(Recorded.of(200, "{\"status\":\"accepted\",\"x\":\"" + "y".repeat(1 << 20) + "\"}")))
                .isEqualTo(new Dispatch.CarrierFault("answer too long"));
        assertThat(answered(Recorded.of(400, "{\"error\":\"+85261234567 is not welcome\"}")))
                .isEqualTo(new Dispatch.CarrierFault("unknown code"));
        assertThat(answered(Recorded.of(400, "{\"error\":\"no-85261234567\"}")))
                .isEqualTo(new Dispatch.CarrierFault("unknown code"));
    }

    @Test
    void a_server_that_hangs_breaks_off_or_babbles_is_at_fault() throws Exception {
        Reach impatient = new Reach(Duration.ofSeconds(5), Duration.ofMillis(300), true);
        assertThat(behaved(socket -> {}, impatient)).isEqualTo(new Dispatch.CarrierFault("no answer in time"));
        assertThat(behaved(
                        socket -> socket.getOutputStream()
                                .write("HTTP/1.1 200 OK\r\nContent-Le".getBytes(StandardCharsets.US_ASCII)),
                        impatient))
                .isEqualTo(new Dispatch.CarrierFault("no answer in time"));
        assertThat(behaved(
                        socket -> socket.getOutputStream()
                                .write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"st"
                                        .getBytes(StandardCharsets.US_ASCII)),
                        impatient))
                .isEqualTo(new Dispatch.CarrierFault("no answer in time"));
        assertThat(behaved(Socket::close, Line.HERE)).isEqualTo(new Dispatch.CarrierFault("connection broken"));
        assertThat(behaved(
                        socket -> socket.getOutputStream()
                                .write("SSH-2.0-OpenSSH_9.6\r\n\r\n".getBytes(StandardCharsets.US_ASCII)),
                        Line.HERE))
                .isEqualTo(new Dispatch.CarrierFault("connection broken"));
    }

    @Test
    void nobody_there_is_no_connection() throws Exception {
        int free;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = taken.getLocalPort();
        }
        try (HttpCarrier carrier = carrier(settings("http://carrier.test:" + free, JSON, Line.HERE))) {
            assertThat(carrier.dispatch(Letters.text("482913"))).isEqualTo(new Dispatch.CarrierFault("no connection"));
        }
    }

    @Test
    void a_redirect_is_not_followed() throws Exception {
        try (StandIn elsewhere = StandIn.answering(TAKEN)) {
            assertThat(answered(Recorded.of(307, "").with("Location", elsewhere.address() + "/")))
                    .isEqualTo(new Dispatch.CarrierFault("status 307"));
            assertThat(elsewhere.receivedAlready()).isNull();
        }
    }

    @Test
    void a_second_address_is_tried_when_the_first_takes_no_connection() throws Exception {
        try (StandIn partner = StandIn.answering(TAKEN);
                HttpCarrier carrier = new HttpCarrier(
                        "partner",
                        new Described(settings(partner.address(), JSON, Line.HERE), TestClock.atNoon()),
                        Line.resolving(
                                host -> List.of(InetAddress.getByName("127.0.0.13"), InetAddress.getLoopbackAddress()),
                                javax.net.ssl.SSLContext.getDefault()))) {
            assertThat(carrier.dispatch(Letters.text("482913"))).isEqualTo(new Dispatch.Handed("m-1"));
        }
    }
}
