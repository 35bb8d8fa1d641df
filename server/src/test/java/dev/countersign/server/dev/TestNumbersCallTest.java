package dev.countersign.server.dev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.destination.PhoneNumber;
import dev.countersign.gateway.wire.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TestNumbersCallTest {
    private static final String FIRST =
            "{\"number\":\"85261234567\",\"code\":\"123456\",\"until\":\"2027-01-01T00:00:00Z\"}";
    private static final String SECOND =
            "{\"number\":\"12025550123\",\"code\":\"000000\",\"until\":\"2026-12-22T10:00:00Z\"}";
    private final Developer developer = new Developer();

    @Test
    void keeps_a_number_with_its_code_and_end() {
        assertThat(Developer.ok(put(FIRST))).isEqualTo(FIRST);

        assertThat(developer.numbers.all(Developer.NOW).getFirst().number())
                .isEqualTo(new PhoneNumber("852", "61234567"));
        assertThat(Developer.ok(developer.get("/dev/test-numbers"))).isEqualTo("[" + FIRST + "]");
    }

    @Test
    void ends_after_30_days_when_no_end_is_given() {
        assertThat(Developer.ok(put("{\"number\":\"+1 202 555 0123\",\"code\":\"000000\"}")))
                .isEqualTo(SECOND);
    }

    @Test
    void changes_the_code_of_a_number_that_is_there() {
        put(FIRST);
        put(FIRST.replace("\"123456\"", "\"654321\""));

        assertThat(Developer.ok(developer.get("/dev/test-numbers")))
                .isEqualTo("[" + FIRST.replace("\"123456\"", "\"654321\"") + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"85261234567", "+85261234567", "%2B852%2061234567"})
    void takes_one_away(String number) {
        put(FIRST);
        put(SECOND);

        assertThat(Developer.ok(developer.delete("/dev/test-numbers?number=" + number)))
                .isEqualTo("[" + SECOND + "]");
    }

    @Test
    void takes_all_away() {
        put(FIRST);
        put(SECOND);

        assertThat(Developer.ok(developer.delete("/dev/test-numbers"))).isEqualTo("[]");
    }

    @Test
    void does_not_list_a_number_after_its_end_on_the_virtual_clock() {
        put(SECOND);
        developer.ask("POST", "/dev/clock", "{\"advance\":\"30d\"}");

        assertThat(Developer.ok(developer.get("/dev/test-numbers"))).isEqualTo("[]");
        assertThat(Developer.problem(put(SECOND), 400)).contains("future of the virtual clock");
    }

    @Test
    void refuses_to_take_away_what_is_no_test_number() {
        assertThat(Developer.problem(developer.delete("/dev/test-numbers?number=85260000000"), 404))
                .contains("no test number");
    }

    @Test
    void keeps_at_most_a_thousand_but_changes_those() {
        for (int i = 0; i < 1000; i++) {
            Developer.ok(put("{\"number\":\"8526" + (1_000_000 + i) + "\",\"code\":\"123456\"}"));
        }

        assertThat(Developer.problem(put("{\"number\":\"85271111111\",\"code\":\"123456\"}"), 409))
                .contains("at most 1000");
        Developer.ok(put("{\"number\":\"85261000000\",\"code\":\"654321\"}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"code\":\"123456\"} | needs the member \"number\"",
                "{\"number\":\"85261234567\"} | needs the member \"code\"",
                "{\"number\":\"85261234567\",\"code\":\"12345\"} | 6 digits",
                "{\"number\":\"85261234567\",\"code\":\"1234567\"} | 6 digits",
                "{\"number\":\"85261234567\",\"code\":\"12345a\"} | 6 digits",
                "{\"number\":\"85261234567\",\"code\":\"\u0661\u0662\u0663\u0664\u0665\u0666\"} | 6 digits",
                "{\"number\":\"85261234567\",\"code\":123456} | must be a text",
                "{\"number\":85261234567,\"code\":\"123456\"} | must be a text",
                "{\"number\":\"61234567\",\"code\":\"123456\"} | begins with a country code",
                "{\"number\":\"a@b.example\",\"code\":\"123456\"} | begins with a country code",
                "{\"number\":\"85261234567\",\"code\":\"123456\",\"until\":\"2020-01-01T00:00:00Z\"} | future",
                "{\"number\":\"85261234567\",\"code\":\"123456\",\"until\":\"2026-11-22T10:00:00Z\"} | future",
                "{\"number\":\"85261234567\",\"code\":\"123456\",\"until\":\"30d\"} | must be a time like",
                "{\"number\":\"85261234567\",\"code\":\"123456\",\"untill\":\"30d\"} | did you mean \"until\"?"
            })
    void refuses_what_is_no_test_number_and_keeps_none(String body, String reason) {
        assertThat(Developer.problem(put(body), 400)).contains(reason);
        assertThat(developer.numbers.all(Developer.NOW)).isEmpty();
    }

    private Response put(String body) {
        return developer.ask("PUT", "/dev/test-numbers", body);
    }
}
