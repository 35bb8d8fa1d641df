package dev.countersign.server.console.explorer;

import dev.countersign.gateway.signing.Outgoing.Moment;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What makes a call this one: as typed, or else now and at random.
///
/// @param clock the real time, which the wires hold time stamps against
/// @param random makes nonces
public record Moments(InstantSource clock, RandomGenerator random) {
    /// The moment that a draft names; empty parts are made.
    Moment of(Draft draft) {
        return new Moment(
                typed(draft.at()).orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.SECONDS)),
                draft.nonce().isEmpty() ? draft.scheme().nonce(random) : draft.nonce());
    }

    /// Seconds since 1970, or `2026-01-02T03:04:05Z`.
    static Optional<Instant> typed(String text) {
        try {
            return text.matches("[0-9]{1,11}")
                    ? Optional.of(Instant.ofEpochSecond(Long.parseLong(text)))
                    : Optional.of(text).filter(one -> !one.isEmpty()).map(Instant::parse);
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /// Whether a nonce can stand in a header.
    static boolean bearable(String nonce) {
        return nonce.matches("[\\x21-\\x7e]{0,200}");
    }
}
