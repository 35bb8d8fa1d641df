package dev.countersign.product.tencent;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// The vendor's time stamps carry no zone; its clients take them for Beijing time.
public final class BeijingTime {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.ofHours(8));

    private BeijingTime() {}

    /// `2026-11-22 18:00:00`.
    public static String of(Instant at) {
        return TIME.format(at);
    }
}
