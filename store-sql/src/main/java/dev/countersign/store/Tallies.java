package dev.countersign.store;

import dev.countersign.destination.Destination;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.refusal.SendQuota;
import dev.countersign.seal.Seals;
import dev.countersign.verification.Demand;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Counts of the sends of one hour, for those ceilings of a demand that are configured.
///
/// @param subjects what each ceiling counts by
record Tallies(Map<SendQuota, String> subjects) {
    /// Those of a demand. A source is kept as a keyed hash: it may be a person's address.
    static Tallies of(Demand demand, Set<SendQuota> configured, Seals seals) {
        Map<SendQuota, String> subjects = new EnumMap<>(SendQuota.class);
        for (SendQuota quota : configured) {
            subjects.put(quota, subject(quota, demand, seals));
        }
        return new Tallies(subjects);
    }

    private static String subject(SendQuota quota, Demand demand, Seals seals) {
        long tenant = demand.binding().tenant();
        return switch (quota) {
            case SOURCE_HOUR ->
                "source:" + seals.lookup("source", demand.source()).toHex();
            case COUNTRY_HOUR ->
                "country:" + tenant + ":" + countryCode(demand.binding().destination());
            case TENANT_HOUR -> "tenant:" + tenant;
            case DESTINATION_HOUR, DESTINATION_DAY, INSTALLATION_DAY, PRINCIPAL_HOUR, PRINCIPAL_DAY ->
                throw new IllegalArgumentException("counted from the messages themselves: " + quota.label());
        };
    }

    private static String countryCode(Destination destination) {
        return switch (destination) {
            case PhoneNumber phone -> phone.countryCode();
            case MailAddress mail -> "";
        };
    }

    /// What decisions that look at these exclude each other by.
    Set<String> keys() {
        return subjects.values().stream().map(subject -> "tally:" + subject).collect(Collectors.toSet());
    }

    /// How many sends the present hour holds.
    Map<SendQuota, Integer> read(Handle handle, Instant now) {
        Map<SendQuota, Integer> sends = new EnumMap<>(SendQuota.class);
        subjects.forEach((quota, subject) -> handle.createQuery("""
                        SELECT sends FROM tally WHERE hour = :hour AND subject = :subject
                        """)
                .bind("hour", hour(now))
                .bind("subject", subject)
                .mapTo(Integer.class)
                .findOne()
                .ifPresent(count -> sends.put(quota, count)));
        return sends;
    }

    /// Counts one more send.
    void add(Handle handle, Instant now) {
        subjects.values()
                .forEach(subject -> handle.createUpdate("""
                        INSERT INTO tally (hour, subject, sends) VALUES (:hour, :subject, 1)
                        ON CONFLICT (hour, subject) DO UPDATE SET sends = tally.sends + 1
                        """)
                        .bind("hour", hour(now))
                        .bind("subject", subject)
                        .execute());
    }

    static long hour(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), 3600L);
    }
}
