package dev.countersign.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TargetTest {
    private static final Target INTERNET = new Target(false);
    private static final Target ANYWHERE = new Target(true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example.com",
                "https://hooks.example.com/a/b?c=d",
                "https://hooks.example.com:8443/%2f",
                "HTTPS://hooks.example.com/"
            })
    void takes_https_to_a_name(String url) {
        assertThat(INTERNET.allows(url)).isEqualTo(!url.startsWith("HTTPS"));
        assertThat(ANYWHERE.allows(url)).isEqualTo(!url.startsWith("HTTPS"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.com/",
                "https://localhost/",
                "https://LOCALHOST/",
                "https://app.localhost/",
                "https://intranet/",
                "https://127.0.0.1/",
                "https://8.8.8.8/",
                "https://[::1]/",
                "https://2130706433/"
            })
    void takes_names_of_its_own_network_only_where_that_is_allowed(String url) {
        assertThat(INTERNET.allows(url)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hooks.example.com",
                "//hooks.example.com/",
                "ftp://hooks.example.com/",
                "file:///etc/passwd",
                "https:///path",
                "https:hooks.example.com",
                "https://user:pass@hooks.example.com/",
                "https://hooks.example.com/#part",
                "https://hooks.example.com:0/",
                "https://hooks.example.com:99999/",
                "https://hooks.example.com/a b",
                "https://hooks.example.com/\n",
                "https://hooks.exämple.com/",
                "https://hooks_example.com/"
            })
    void takes_nothing_else_anywhere(String url) {
        assertThat(INTERNET.allows(url)).isFalse();
        assertThat(ANYWHERE.allows(url)).isFalse();
    }

    @Test
    void takes_loopback_where_its_own_network_is_allowed_and_nothing_overlong() {
        assertThat(ANYWHERE.allows("http://127.0.0.1:8080/x")).isTrue();
        assertThat(ANYWHERE.allows("http://[::1]:8080/x")).isTrue();
        assertThat(ANYWHERE.allows("https://hooks.example.com/" + "a".repeat(Target.LONGEST)))
                .isFalse();
    }

    @Test
    void reads_seconds_and_dates_and_no_nonsense() {
        Instant noon = Instant.parse("2026-11-22T12:00:00Z");

        assertThat(RetryAfter.of(" 120 ", noon)).contains(Duration.ofMinutes(2));
        assertThat(RetryAfter.of("Sun, 22 Nov 2026 12:00:30 GMT", noon)).contains(Duration.ofSeconds(30));
        assertThat(RetryAfter.of("Sun, 22 Nov 2026 11:00:30 GMT", noon)).contains(Duration.ZERO);
        for (String nonsense : new String[] {"", "-1", "1.5", "soon", "99999999999", "Mon, 22 Nov 2026 12:00:30 GMT"}) {
            assertThat(RetryAfter.of(nonsense, noon)).as(nonsense).isEmpty();
        }
    }
}
