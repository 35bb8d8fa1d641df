package dev.countersign.gateway.dialect.alibaba;

import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// The time that both signature versions carry: `2026-01-02T03:04:05Z`, without fraction or offset.
final class Timestamps {
    /// `0` stands for a digit.
    private static final String FORM = "0000-00-00T00:00:00Z";

    private Timestamps() {}

    /// @throws Refused with [CallRefusal.CommonInvalid]
    static Instant read(String text) {
        try {
            if (isFormed(text)) {
                return LocalDateTime.of(
                                number(text, 0, 4),
                                number(text, 5, 7),
                                number(text, 8, 10),
                                number(text, 11, 13),
                                number(text, 14, 16),
                                number(text, 17, 19))
                        .toInstant(ZoneOffset.UTC);
            }
        } catch (DateTimeException noSuchTime) {
            // Refused below, like anything else that is no time.
        }
        throw new Refused(new CallRefusal.CommonInvalid("Timestamp", text));
    }

    private static boolean isFormed(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char c = text.charAt(i);
            if (FORM.charAt(i) == '0' ? c < '0' || c > '9' : c != FORM.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
