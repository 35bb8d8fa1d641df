package dev.countersign.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// Counts how many users a tenant has added in an hour of the clock; deleting them again does not help.
record NewUsers(long tenant, Instant now) {
    int thisHour(Handle handle) {
        return handle.createQuery("SELECT sends FROM tally WHERE hour = :hour AND subject = :subject")
                .bind("hour", Tallies.hour(now))
                .bind("subject", subject())
                .mapTo(Integer.class)
                .findOne()
                .orElse(0);
    }

    void count(Handle handle) {
        handle.createUpdate("""
                        INSERT INTO tally (hour, subject, sends) VALUES (:hour, :subject, 1)
                        ON CONFLICT (hour, subject) DO UPDATE SET sends = tally.sends + 1
                        """)
                .bind("hour", Tallies.hour(now))
                .bind("subject", subject())
                .execute();
    }

    private String subject() {
        return "users:" + tenant;
    }
}
