package dev.countersign.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.delivery.TestTls;
import dev.countersign.value.Bytes;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where requests may go, and that they go where was looked.
final class OutboundTest {
    private static final Reach INTERNET = new Reach(Duration.ofSeconds(5), Duration.ofSeconds(10), false);
    private static final Call CALL = new Call("POST", "/", Map.of(), Bytes.utf8("{}"));

    private static Answer sent(String address, Reach reach, Outbound.Surroundings surroundings) throws Exception {
        try (Outbound outbound = new Outbound(URI.create(address), reach, surroundings)) {
            return outbound.send(CALL);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "0.0.0.0",
                "100.64.0.1",
                "198.18.0.1",
                "192.0.0.8",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "2002:7f00:1::1"
            })
    void addresses_that_are_not_on_the_internet_are_told(String address) throws UnknownHostException {
        assertThat(TargetGuard.isInside(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "100.128.0.1", "172.32.0.1", "2606:4700::1111", "64:ff9b::808:808"})
    void addresses_on_the_internet_are_told(String address) throws UnknownHostException {
        assertThat(TargetGuard.isInside(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void the_own_network_is_refused_by_name_and_by_number() throws Exception {
        try (StandIn inside = StandIn.answering(Recorded.of(200, "{}"))) {
            for (String host : List.of("carrier.test", "127.0.0.1")) {
                assertThatThrownBy(() -> sent("http://" + host + ":" + inside.port(), INTERNET, Line.here()))
                        .isInstanceOf(Unanswered.class)
                        .hasMessage("target is not on the internet");
            }
            assertThat(inside.receivedAlready()).isNull();
        }
    }

    @Test
    void one_inner_address_among_outer_ones_is_enough_to_refuse() {
        Resolver mixed = host -> List.of(InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1"));
        assertThatThrownBy(() -> sent("http://carrier.test", INTERNET, Line.resolving(mixed, SSLContext.getDefault())))
                .hasMessage("target is not on the internet");
    }

    @Test
    void an_unknown_name_is_no_answer() {
        Resolver nobody = host -> {
            throw new UnknownHostException(host);
        };
        assertThatThrownBy(() -> sent("http://carrier.test", INTERNET, Line.resolving(nobody, SSLContext.getDefault())))
                .isInstanceOf(Unanswered.class)
                .hasMessage("unknown host");
    }

    /// The name is one that nothing but the given resolver knows: the client could not resolve it again.
    @Test
    void the_connection_goes_to_the_address_that_was_looked_at() throws Exception {
        try (StandIn partner = StandIn.answering(Recorded.of(200, "{}"))) {
            List<String> asked = Collections.synchronizedList(new ArrayList<>());
            Resolver counting = host -> {
                asked.add(host);
                return List.of(InetAddress.getLoopbackAddress());
            };
            Answer answer = sent(
                    "http://name-that-does-not-exist.invalid:" + partner.port(),
                    Line.HERE,
                    Line.resolving(counting, SSLContext.getDefault()));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(asked).containsExactly("name-that-does-not-exist.invalid");
            assertThat(partner.received().headers().all("Host"))
                    .containsExactly("name-that-does-not-exist.invalid:" + partner.port());
        }
    }

    @Test
    void the_certificate_must_bear_the_name_though_it_bears_the_number_that_is_connected_to(@TempDir Path directory)
            throws Exception {
        TestTls tls = TestTls.bearing(directory, "dns:carrier.test,ip:127.0.0.1");
        SSLContext believing = tls.context();
        try (StandIn partner = StandIn.overTls(tls.context(), Recorded.of(200, "{}"))) {
            assertThat(sent("https://carrier.test:" + partner.port(), Line.HERE, Line.trusting(believing))
                            .status())
                    .isEqualTo(200);
            assertThatThrownBy(() -> sent("https://other.test:" + partner.port(), Line.HERE, Line.trusting(believing)))
                    .isInstanceOf(Unanswered.class)
                    .hasMessage("no trust in its certificate, or none in TLS");
        }
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused(@TempDir Path directory) throws Exception {
        TestTls tls = TestTls.bearing(directory, "dns:carrier.test");
        try (StandIn partner = StandIn.overTls(tls.context(), Recorded.of(200, "{}"))) {
            assertThatThrownBy(() -> sent("https://carrier.test:" + partner.port(), Line.HERE, Line.here()))
                    .isInstanceOf(Unanswered.class)
                    .hasMessage("no trust in its certificate, or none in TLS");
        }
    }
}
