package dev.countersign.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.value.Bytes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OperandsTest {
    @ParameterizedTest
    @CsvSource({
        "2022-05-31T00:00:00Z, 2022-05-31T00:00:00Z",
        "2022-05-31 00:00:00, 2022-05-31T00:00:00Z",
        "2022-05-31T08:00:00+08:00, 2022-05-31T00:00:00Z",
        "2022-05-31T08:00:00.5Z, 2022-05-31T08:00:00.500Z",
        "2022-05-31, 2022-05-31T00:00:00Z"
    })
    void reads_times_of_the_vendors_pages(String written, Instant time) {
        assertThat(Operands.time(written)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "2022",
                "2022-13-01",
                "2022-05-31x00:00:00",
                "2022-05-31T25:00:00Z",
                "2022-05-31T",
                "2022-05-31T00:00:00Z and more of whatever comes"
            })
    void refuses_what_is_no_time(String written) {
        assertThat(Operands.time(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1e9", "1.", ".5", "--1", "0x10", "1234567890123456789012", "１"})
    void refuses_what_is_no_plain_number(String written) {
        assertThat(Operands.number(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10.217.182.3/24, 10.217.182.255, true",
        "10.217.182.3/24, 10.217.183.1, false",
        "192.168.1.1, 192.168.1.1, true",
        "192.168.1.1, 192.168.1.2, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "10.0.0.0/9, 10.127.0.1, true",
        "10.0.0.0/9, 10.128.0.1, false",
        "2001:db8::/32, 2001:db8:1::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "::/0, 192.0.2.1, false",
        "192.0.2.0/24, ::ffff:192.0.2.7, true"
    })
    void a_block_holds_its_addresses(String block, String address, boolean holds) {
        assertThat(CidrBlock.of(block)
                        .orElseThrow()
                        .holds(AddressLiteral.read(address).orElseThrow()))
                .isEqualTo(holds);
    }

    @Test
    void addresses_are_read_as_the_platform_reads_them() throws UnknownHostException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
            random.nextBytes(bytes);
            for (int zero = random.nextInt(12); zero > 0; zero--) {
                bytes[random.nextInt(bytes.length)] = 0;
            }
            String written = InetAddress.getByAddress(bytes).getHostAddress();
            assertThat(AddressLiteral.read(written))
                    .as("seed %d: %s", seed, written)
                    .contains(Bytes.of(bytes));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "::, 00000000000000000000000000000000",
        "::1, 00000000000000000000000000000001",
        "1::, 00010000000000000000000000000000",
        "2001:DB8::8:800:200C:417A, 20010db80000000000080800200c417a",
        "64:ff9b::192.0.2.33, 0064ff9b0000000000000000c0000221",
        "::ffff:192.0.2.33, c0000221",
        "1:2:3:4:5:6:7::, 00010002000300040005000600070000"
    })
    void shortened_addresses_are_read_in_full(String written, String hex) {
        assertThat(AddressLiteral.read(written).orElseThrow().toHex()).isEqualTo(hex);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                ":::",
                "1:2",
                "1::2::3",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "12345::",
                "g::",
                "1.2.3.4::",
                "::1.2.3",
                "1:2:3:4:5:6:7:1.2.3.4",
                "localhost",
                "example.com",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "256.1.1.1",
                "1.2.3.4/33",
                "1.2.3.4/",
                "1.2.3.4/-1",
                "1.2.3.4/1234",
                "::1/129",
                "fe80::1%eth0",
                "a.b.c.d",
                "/8"
            })
    void what_is_no_block_is_refused_without_asking_anybody(String text) {
        assertThat(CidrBlock.of(text)).isEmpty();
    }
}
