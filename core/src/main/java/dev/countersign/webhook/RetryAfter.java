package dev.countersign.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// What `Retry-After` says: seconds, or a date (RFC 9110, 10.2.3).
public final class RetryAfter {
    private RetryAfter() {}

    /// The time from now on; empty for nonsense, and nothing for what is past.
    public static Optional<Duration> of(String said, Instant now) {
        String text = said.strip();
        if (text.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
            return Optional.of(until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO);
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }
}
