package dev.countersign.store;

import dev.countersign.audit.AuditEntry;
import dev.countersign.challenge.Challenge;
import dev.countersign.seal.Seals;
import dev.countersign.value.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/// The table of challenges, within one unit of work. A change that is not possible any more changes nothing, and
/// says so.
record ChallengeTable(Handle handle) {
    private static final Duration ENDED = Duration.ofHours(1);
    private static final String LIVE = " WHERE id = :id AND status = 'pending' AND expires_at > :now";
    private static final String MINE = LIVE + " AND browser = :browser";

    /// How long a passed challenge waits for its browser to fetch a result code.
    private static final Duration WAITS = Challenge.LIFETIME;

    private record Ending(String id, long tenant, long principal, String kind, String method) {
        AuditEntry entry(String event, Instant now) {
            return AuditEntry.own(
                    now,
                    tenant,
                    event,
                    "challenge/" + id,
                    Map.of("principal", AuditEntry.principal(principal), "kind", kind, "method", method));
        }
    }

    Optional<Challenge> find(String id, Seals seals) {
        return handle.createQuery("SELECT " + ChallengeRow.COLUMNS + " FROM challenge c WHERE c.id = :id")
                .bind("id", id)
                .map((row, context) -> ChallengeRow.of(row, seals))
                .findOne();
    }

    void insert(Challenge fresh, Bytes operation) {
        handle.createUpdate("""
                        INSERT INTO challenge (id, tenant, principal, kind, operation, op_hash, method, enrols,
                                return_to, nonce, locale, status, tries_left, starts_left, kept, proven, shown,
                                spent, created_at, expires_at)
                        VALUES (:id, :tenant, :principal, :kind, :operation, :opHash, :method, :enrols,
                                :returnTo, :nonce, :locale, 'pending', :tries, :starts, '', 0, '',
                                0, :createdAt, :expiresAt)
                        """)
                .bind("id", fresh.id())
                .bind("tenant", fresh.tenant())
                .bind("principal", fresh.principal())
                .bind("kind", fresh.asked().kind().word())
                .bind("operation", operation.toArray())
                .bind("opHash", fresh.asked().operation().hash())
                .bind("method", fresh.asked().method().word())
                .bind("enrols", Columns.flag(fresh.asked().enrols()))
                .bind("returnTo", fresh.back().address())
                .bind("nonce", fresh.back().nonce())
                .bind("locale", fresh.locale())
                .bind("tries", fresh.progress().triesLeft())
                .bind("starts", fresh.progress().startsLeft())
                .bind("createdAt", fresh.createdAt().toEpochMilli())
                .bind("expiresAt", fresh.expiresAt().toEpochMilli())
                .execute();
    }

    boolean bind(String id, Bytes browser, Instant now) {
        return changed(update("UPDATE challenge SET browser = :browser" + LIVE + " AND browser IS NULL", id, now)
                .bind("browser", browser.toArray()));
    }

    boolean holds(String id, Bytes browser) {
        return handle.createQuery("SELECT 1 FROM challenge WHERE id = :id AND browser = :browser")
                .bind("id", id)
                .bind("browser", browser.toArray())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    boolean takeStart(String id, Bytes browser, Instant now) {
        return changed(
                update("UPDATE challenge SET starts_left = starts_left - 1" + MINE + " AND starts_left > 0", id, now)
                        .bind("browser", browser.toArray()));
    }

    boolean keep(String id, Bytes browser, String kept, Instant now) {
        return changed(update("UPDATE challenge SET kept = :kept" + MINE, id, now)
                .bind("browser", browser.toArray())
                .bind("kept", kept));
    }

    boolean claim(String id, Bytes browser, Instant now, Instant until) {
        return changed(update("""
                        UPDATE challenge SET tries_left = tries_left - 1, claim_until = :until
                        """ + MINE + """
                         AND tries_left > 0 AND (claim_until IS NULL OR claim_until <= :now)
                        """, id, now)
                .bind("browser", browser.toArray())
                .bind("until", until.toEpochMilli()));
    }

    /// Whether somebody has the right to compare an answer.
    boolean claimed(String id, Bytes browser, Instant now) {
        return handle.createQuery("SELECT 1 FROM challenge" + MINE + " AND claim_until > :now")
                .bind("id", id)
                .bind("now", now.toEpochMilli())
                .bind("browser", browser.toArray())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    boolean pass(String id, List<String> shown, Instant now) {
        return changed(update("""
                        UPDATE challenge SET status = 'passed', passed_at = :now, shown = :shown, claim_until = NULL
                        """ + LIVE, id, now).bind("shown", String.join(",", shown)));
    }

    /// Passes a custom challenge, whose token was spent in this unit of work, with its audit entry.
    ///
    /// @return whether it was pending
    boolean pass(String id, Instant now) {
        if (!pass(id, List.of("custom"), now)) {
            return false;
        }
        ending(id).ifPresent(one -> new AuditTable(handle).append(one.entry("challenge.passed", now)));
        return true;
    }

    /// Gives the right to compare back.
    ///
    /// @return whether the challenge has failed by it
    boolean miss(String id, Instant now) {
        boolean failed = changed(update(
                "UPDATE challenge SET status = 'failed', claim_until = NULL" + LIVE + " AND tries_left <= 0", id, now));
        if (!failed) {
            update("UPDATE challenge SET claim_until = NULL" + LIVE, id, now).execute();
        }
        return failed;
    }

    /// Records that enrolling is allowed, and gives the try back.
    boolean prove(String id, Bytes browser, Instant now) {
        return changed(update("""
                        UPDATE challenge SET proven = 1, tries_left = tries_left + 1, claim_until = NULL
                        """ + MINE, id, now).bind("browser", browser.toArray()));
    }

    boolean cancel(String id, Instant now) {
        return changed(update("UPDATE challenge SET status = 'cancelled', claim_until = NULL" + LIVE, id, now));
    }

    boolean result(String id, Bytes browser, Bytes code, Instant until, Instant now) {
        return changed(handle.createUpdate("""
                        UPDATE challenge SET result = :code, result_until = :until
                        WHERE id = :id AND browser = :browser AND status = 'passed' AND spent = 0
                            AND passed_at > :since
                        """)
                .bind("id", id)
                .bind("browser", browser.toArray())
                .bind("code", code.toArray())
                .bind("until", until.toEpochMilli())
                .bind("since", now.minus(WAITS).toEpochMilli()));
    }

    /// A tenant's challenge whose result code is good.
    Optional<Challenge> byResult(long tenant, Bytes code, Instant now, Seals seals) {
        return handle.createQuery("SELECT " + ChallengeRow.COLUMNS + """
                         FROM challenge c
                        WHERE c.result = :code AND c.tenant = :tenant AND c.spent = 0 AND c.result_until > :now
                        """)
                .bind("code", code.toArray())
                .bind("tenant", tenant)
                .bind("now", now.toEpochMilli())
                .map((row, context) -> ChallengeRow.of(row, seals))
                .findOne();
    }

    /// Uses a result code up: what makes it good for once.
    boolean spend(long tenant, Bytes code, Instant now) {
        return changed(handle.createUpdate("""
                        UPDATE challenge SET spent = 1, result = NULL
                        WHERE result = :code AND tenant = :tenant AND spent = 0 AND result_until > :now
                        """)
                .bind("code", code.toArray())
                .bind("tenant", tenant)
                .bind("now", now.toEpochMilli()));
    }

    /// Ends challenges whose time ran out.
    int expire(Instant now, int most) {
        List<Ending> due = handle.createQuery("""
                        SELECT id, tenant, principal, kind, method FROM challenge
                        WHERE status = 'pending' AND expires_at <= :now
                        ORDER BY expires_at LIMIT :most
                        """)
                .bind("now", now.toEpochMilli())
                .bind("most", most)
                .map((row, context) -> new Ending(
                        row.getString("id"),
                        row.getLong("tenant"),
                        row.getLong("principal"),
                        row.getString("kind"),
                        row.getString("method")))
                .list();
        for (Ending one : due) {
            boolean expired = changed(handle.createUpdate("""
                            UPDATE challenge SET status = 'expired', claim_until = NULL
                            WHERE id = :id AND status = 'pending'
                            """).bind("id", one.id()));
            if (expired) {
                new AuditTable(handle).append(one.entry("challenge.expired", now));
            }
        }
        return due.size();
    }

    /// Ends what a principal that goes still has: what waits is cancelled, what passed buys no proof any more. What is
    /// older than an hour has ended by itself.
    void endOf(long uin, Instant now) {
        List<String> waiting = handle.createQuery("""
                        SELECT id FROM challenge
                        WHERE principal = :uin AND created_at > :since AND status = 'pending' ORDER BY id
                        """)
                .bind("uin", uin)
                .bind("since", now.minus(ENDED).toEpochMilli())
                .mapTo(String.class)
                .list();
        for (String id : waiting) {
            if (cancel(id, now)) {
                ending(id).ifPresent(one -> new AuditTable(handle).append(one.entry("challenge.cancelled", now)));
            }
        }
        handle.createUpdate("""
                        UPDATE challenge SET spent = 1, result = NULL
                        WHERE principal = :uin AND created_at > :since AND status = 'passed' AND spent = 0
                        """)
                .bind("uin", uin)
                .bind("since", now.minus(ENDED).toEpochMilli())
                .execute();
    }

    private Optional<Ending> ending(String id) {
        return handle.createQuery("SELECT id, tenant, principal, kind, method FROM challenge WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> new Ending(
                        row.getString("id"),
                        row.getLong("tenant"),
                        row.getLong("principal"),
                        row.getString("kind"),
                        row.getString("method")))
                .findOne();
    }

    private Update update(String sql, String id, Instant now) {
        return handle.createUpdate(sql).bind("id", id).bind("now", now.toEpochMilli());
    }

    private static boolean changed(Update update) {
        return update.execute() > 0;
    }
}
