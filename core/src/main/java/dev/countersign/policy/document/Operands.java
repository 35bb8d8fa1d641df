package dev.countersign.policy.document;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads what conditions compare.
public final class Operands {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,9})?");
    private static final int LONGEST_TIME = 40;
    private static final int DATE = 10;

    private Operands() {}

    /// A number without exponent; empty for anything else.
    public static Optional<BigDecimal> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /// `true` or `false`, whatever their case; empty for anything else.
    public static Optional<Boolean> truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /// A time in ISO 8601, with `T` or a blank; a date is its first instant; without zone it is in UTC. Empty for
    /// anything else.
    public static Optional<Instant> time(String text) {
        if (text.length() > LONGEST_TIME) {
            return Optional.empty();
        }
        try {
            if (text.length() <= DATE) {
                return Optional.of(LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
            }
            String iso = text.substring(0, DATE) + "T" + text.substring(DATE + 1);
            boolean separated = text.charAt(DATE) == 'T' || text.charAt(DATE) == ' ';
            boolean zoned = iso.endsWith("Z") || iso.indexOf('+', DATE) > 0 || iso.indexOf('-', DATE) > 0;
            if (!separated) {
                return Optional.empty();
            }
            return Optional.of(
                    zoned
                            ? OffsetDateTime.parse(iso).toInstant()
                            : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
