package dev.countersign.gateway.dialect.alibaba;

import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;

/// The time that both signature versions carry: `2026-01-02T03:04:05Z`, without fraction or offset.
final class Timestamps {
    private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z");

    private Timestamps() {}

    /// @throws Refused with [CallRefusal.CommonInvalid]
    static Instant read(String text) {
        try {
            if (FORM.matcher(text).matches()) {
                return Instant.parse(text);
            }
        } catch (DateTimeException noSuchTime) {
            // Refused below, like anything else that is no time.
        }
        throw new Refused(new CallRefusal.CommonInvalid("Timestamp", text));
    }
}
