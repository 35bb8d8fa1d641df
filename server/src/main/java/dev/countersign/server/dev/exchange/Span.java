package dev.countersign.server.dev.exchange;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A span of time as people write it: `500ms`, `60s`, `11m`, `24h`, `7d`, and these combined, greatest first:
/// `1h30m`. Never negative.
public final class Span {
    private static final Pattern FORM = Pattern.compile("(?:([0-9]{1,12})d)?(?:([0-9]{1,12})h)?"
            + "(?:([0-9]{1,12})m(?!s))?(?:([0-9]{1,12})s)?(?:([0-9]{1,12})ms)?");

    private Span() {}

    /// Reads a span.
    ///
    /// @param name what a problem calls it
    /// @throws Declined when it is written otherwise
    public static Duration parse(String written, String name) {
        Matcher form = FORM.matcher(written);
        if (written.isEmpty() || !form.matches()) {
            throw Declined.malformed("\"" + name + "\" must be a span of time like 500ms, 60s, 11m, 24h, 7d or 1h30m;"
                            + " it can't be negative")
                    .because(Reason.SPAN, name);
        }
        return Duration.ofDays(number(form, 1))
                .plusHours(number(form, 2))
                .plusMinutes(number(form, 3))
                .plusSeconds(number(form, 4))
                .plusMillis(number(form, 5));
    }

    private static long number(Matcher form, int group) {
        String digits = form.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /// Writes a span so that [#parse] reads it, to the millisecond.
    public static String write(Duration span) {
        StringBuilder text = new StringBuilder();
        append(text, span.toDaysPart(), "d");
        append(text, span.toHoursPart(), "h");
        append(text, span.toMinutesPart(), "m");
        append(text, span.toSecondsPart(), "s");
        append(text, span.toMillisPart(), "ms");
        return text.isEmpty() ? "0s" : text.toString();
    }

    private static void append(StringBuilder text, long amount, String unit) {
        if (amount > 0) {
            text.append(amount).append(unit);
        }
    }
}
