package dev.countersign.delivery.smpp;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Writes when a message expires (SMPP 3.4, 7.1.1).
final class ValidityPeriod {
    /// A relative time counts in months of unknown length; codes live for minutes.
    private static final Duration LONGEST = Duration.ofDays(28);

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final DateTimeFormatter ABSOLUTE =
            DateTimeFormatter.ofPattern("yyMMddHHmmss").withZone(ZoneOffset.UTC);

    private ValidityPeriod() {}

    /// The parameter `validity_period`; empty for the message centre's own.
    static String of(SmppSettings.Validity form, Instant now, Instant expiresAt) {
        Duration left = Duration.between(now, expiresAt);
        Duration span = left.compareTo(SHORTEST) < 0 ? SHORTEST : left.compareTo(LONGEST) > 0 ? LONGEST : left;
        return switch (form) {
            case NONE -> "";
            case ABSOLUTE -> ABSOLUTE.format(now.plus(span)) + "000+";
            case RELATIVE ->
                "0000%02d%02d%02d%02d000R"
                        .formatted(span.toDays(), span.toHoursPart(), span.toMinutesPart(), span.toSecondsPart());
        };
    }
}
