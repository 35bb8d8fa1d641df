package dev.countersign.delivery.http;

import dev.countersign.value.Bytes;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// What a provider answered.
///
/// @param status the status of HTTP
/// @param headers its headers
/// @param body the whole body; empty when it was longer than is read
/// @param at when it had come
record Answer(int status, HttpHeaders headers, Optional<Bytes> body, Instant at) {
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofMinutes(5);

    /// How long to leave the provider alone: what `Retry-After` says, in seconds or as a date (RFC 9110,
    /// 10.2.3); from one second, which is also meant when it says nothing, to five minutes.
    Duration retryAfter() {
        Duration said = headers.firstValue("Retry-After").flatMap(this::span).orElse(LEAST);
        return said.compareTo(LEAST) < 0 ? LEAST : said.compareTo(MOST) > 0 ? MOST : said;
    }

    private Optional<Duration> span(String said) {
        if (said.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(said)));
        }
        try {
            return Optional.of(Duration.between(at, Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(said))));
        } catch (DateTimeParseException neither) {
            return Optional.empty();
        }
    }
}
