package dev.countersign.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What clients get that take their time, or come in crowds.
final class SlowClientTest {
    private static final Duration SHORT = Duration.ofMillis(600);
    private static final Duration LONG = Duration.ofMinutes(10);

    private static ListenerFixture fixture(HttpLimits limits) {
        return new ListenerFixture(new HttpConfig("127.0.0.1", 0, Optional.empty(), false, limits));
    }

    private static HttpLimits times(Duration idle, Duration arrival) {
        return HttpLimits.standard().withTimes(idle, arrival);
    }

    /// Sends byte after byte until the server has had enough.
    private static boolean closedWhileDripping(RawClient client) throws IOException, InterruptedException {
        for (int i = 0; i < 1_000; i++) {
            try {
                client.send("a");
            } catch (IOException closed) {
                return true;
            }
            Thread.sleep(20);
        }
        return false;
    }

    @Test
    void headers_that_drip_are_cut_off() throws Exception {
        try (ListenerFixture fixture = fixture(times(LONG, SHORT));
                RawClient client = fixture.client()) {
            client.send("GET / HTTP/1.1\r\nX-A: ");
            assertThat(closedWhileDripping(client)).isTrue();
            assertThat(fixture.seen).isEmpty();
        }
    }

    @Test
    void a_body_that_drips_is_cut_off() throws Exception {
        try (ListenerFixture fixture = fixture(times(LONG, SHORT));
                RawClient client = fixture.client()) {
            client.send("POST / HTTP/1.1\r\nContent-Length: 1000000\r\n\r\n");
            assertThat(closedWhileDripping(client)).isTrue();
            assertThat(fixture.seen).isEmpty();
        }
    }

    @Test
    void a_body_that_never_comes_is_cut_off() throws Exception {
        try (ListenerFixture fixture = fixture(times(LONG, SHORT));
                RawClient client = fixture.client()) {
            client.send("POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\n");
            assertThat(client.closedByServer()).isTrue();
        }
    }

    @Test
    void a_connection_that_says_nothing_is_closed_when_its_rest_is_over() throws Exception {
        try (ListenerFixture fixture = fixture(times(SHORT, LONG));
                RawClient client = fixture.client();
                RawClient used = fixture.client()) {
            used.send("GET / HTTP/1.1\r\n\r\n").answer();
            assertThat(client.closedByServer()).isTrue();
            assertThat(used.closedByServer()).isTrue();
        }
    }

    @Test
    void a_site_that_works_long_is_not_cut_off() throws Exception {
        try (ListenerFixture fixture = fixture(times(SHORT, SHORT));
                RawClient client = fixture.client()) {
            client.send("GET /hold HTTP/1.1\r\n\r\n");
            fixture.request();
            Thread.sleep(SHORT.multipliedBy(3));
            fixture.held.countDown();
            assertThat(client.answer().body()).isEqualTo("held");
        }
    }

    @Test
    void connections_over_the_bound_wait_until_one_ends() throws Exception {
        try (ListenerFixture fixture = fixture(HttpLimits.standard().withConnections(2));
                RawClient first = fixture.client();
                RawClient second = fixture.client()) {
            first.send("GET /1 HTTP/1.1\r\n\r\n").answer();
            second.send("GET /2 HTTP/1.1\r\n\r\n").answer();
            try (RawClient third = fixture.client()) {
                third.send("GET /3 HTTP/1.1\r\n\r\n");
                first.finishSending();
                assertThat(third.answer().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void requests_over_the_bound_are_refused_as_busy_after_a_little_patience() throws Exception {
        HttpLimits limits =
                new HttpLimits(100, 2, 1, 8192, 8192, LONG, LONG, Duration.ofMillis(50), Duration.ofSeconds(5));
        try (ListenerFixture fixture = fixture(limits)) {
            List<RawClient> holders = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                holders.add(fixture.client().send("GET /hold HTTP/1.1\r\n\r\n"));
                fixture.request();
            }
            try (RawClient client = fixture.client()) {
                assertThat(client.send("GET / HTTP/1.1\r\n\r\n").answer().status())
                        .isEqualTo(503);
                fixture.held.countDown();
                for (RawClient holder : holders) {
                    assertThat(holder.answer().body()).isEqualTo("held");
                    holder.close();
                }
                assertThat(client.send("GET / HTTP/1.1\r\n\r\n").answer().status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void large_bodies_over_the_bound_are_refused_as_busy_but_small_ones_are_not() throws Exception {
        HttpLimits limits =
                new HttpLimits(100, 10, 1, 8192, 8192, LONG, LONG, Duration.ofMillis(50), Duration.ofSeconds(5));
        String length = " HTTP/1.1\r\nContent-Length: 1000000\r\n\r\n";
        String large = "x".repeat(1_000_000);
        try (ListenerFixture fixture = fixture(limits);
                RawClient holder = fixture.client();
                RawClient refused = fixture.client();
                RawClient small = fixture.client()) {
            holder.send("POST /hold" + length + large);
            fixture.request();
            assertThat(refused.send("POST /" + length + large).answer().status())
                    .isEqualTo(503);
            assertThat(small.send("POST / HTTP/1.1\r\nContent-Length: 1\r\n\r\nx")
                            .answer()
                            .status())
                    .isEqualTo(200);
            fixture.held.countDown();
            assertThat(holder.answer().body()).isEqualTo("held");
            assertThat(holder.send("POST /" + length + large).answer().body()).isEqualTo("read 1000000");
        }
    }

    @Test
    void a_stopping_listener_lets_what_runs_come_to_its_end() throws Exception {
        try (ListenerFixture fixture = ListenerFixture.plain();
                RawClient idle = fixture.client();
                RawClient client = fixture.client()) {
            idle.send("GET / HTTP/1.1\r\n\r\n").answer();
            fixture.request();
            client.send("GET /hold HTTP/1.1\r\n\r\n");
            fixture.request();
            Thread stopping = Thread.ofPlatform().start(fixture.listener::close);
            assertThat(idle.closedByServer()).isTrue();
            fixture.held.countDown();
            assertThat(client.answer().body()).isEqualTo("held");
            stopping.join();
        }
    }

    @Test
    void a_port_that_is_taken_is_said_to_be_so() {
        try (ListenerFixture fixture = ListenerFixture.plain()) {
            HttpConfig same = HttpConfig.plain("127.0.0.1", fixture.listener.port());
            org.assertj.core.api.Assertions.assertThatIllegalStateException()
                    .isThrownBy(() -> new ListenerFixture(same))
                    .withMessageContaining("127.0.0.1:" + fixture.listener.port());
        }
    }
}
