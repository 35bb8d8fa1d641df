package dev.countersign.server.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NetworkTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1, 192.0.2.1",
        "192.0.2.1:4711, 192.0.2.1, 192.0.2.1",
        "::ffff:192.0.2.1, 192.0.2.1, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 20010db800010002, 20010db80001",
        "[2001:db8:1:2::1]:4711, 20010db800010002, 20010db80001",
        "[2001:db8:1:fffe::1], 20010db80001fffe, 20010db80001",
        "2001:db8:2::1, 20010db800020000, 20010db80002",
        "unknown, unknown, unknown",
        "'', '', ''",
    })
    void a_source_is_known_by_its_network_and_by_its_site(String source, String network, String site) {
        assertThat(Network.of(source)).isEqualTo(network);
        assertThat(Network.site(source)).isEqualTo(site);
    }

    @Test
    void who_changes_its_address_within_its_network_or_its_port_stays_one_source() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            StringBuilder address = new StringBuilder("2001:db8:1:2");
            for (int group = 0; group < 4; group++) {
                address.append(':').append(Integer.toHexString(random.nextInt(65536)));
            }
            seen.add(Network.of(random.nextBoolean() ? address.toString() : "[" + address + "]:" + (1 + i)));
        }
        assertThat(seen).as("seed %s", seed).hasSize(1);
    }

    @Test
    void what_is_no_address_is_kept_short() {
        assertThat(Network.of("x".repeat(5000))).hasSize(64);
        assertThat(Network.site("x".repeat(5000))).hasSize(64);
    }
}
