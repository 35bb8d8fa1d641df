package dev.countersign.store;

import dev.countersign.audit.AuditEntry;
import dev.countersign.challenge.Challenge;
import dev.countersign.challenge.Challenge.Progress;
import dev.countersign.challenge.Challenge.Status;
import dev.countersign.challenge.ChallengeStore;
import dev.countersign.seal.Seals;
import dev.countersign.store.database.Transactions;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import dev.countersign.verification.IdempotencyKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Challenges in SQL. Instants are kept to the millisecond, rounded down.
public final class SqlChallengeStore implements ChallengeStore {
    private static final String NOT_REQUIRED = "not_required";

    private final Transactions transactions;
    private final Seals seals;

    /// @param transactions where the tables are
    /// @param seals seals operations, hashes browsers' secrets and result codes
    public SqlChallengeStore(Transactions transactions, Seals seals) {
        this.transactions = transactions;
        this.seals = seals;
    }

    @Override
    public Optional<Challenge> open(
            long tenant, Optional<Challenge> fresh, Optional<IdempotencyKey> key, AuditEntry entry, Instant now) {
        Optional<Bytes> operation = fresh.map(one -> seals.seal(
                ChallengeRow.place(tenant, one.id()),
                ChallengeRow.text(one.asked().operation())));
        String answer = transactions.write(keys(tenant, key, Set.of()), handle -> {
            KeptAnswers answers = new KeptAnswers(handle, seals, tenant);
            return answers.once(
                    key,
                    now,
                    () -> {
                        fresh.ifPresent(one -> {
                            new ChallengeTable(handle).insert(one, operation.orElseThrow());
                            new AuditTable(handle).append(entry);
                        });
                        return Optional.of(fresh.map(Challenge::id).orElse(NOT_REQUIRED));
                    },
                    NOT_REQUIRED);
        });
        return answer.equals(NOT_REQUIRED)
                ? Optional.empty()
                : find(answer, now).map(SqlChallengeStore::asOpened);
    }

    /// A first answer is given again as it was.
    private static Challenge asOpened(Challenge now) {
        return new Challenge(
                now.id(),
                now.tenant(),
                now.principal(),
                now.asked(),
                now.back(),
                now.locale(),
                now.createdAt(),
                now.expiresAt(),
                Progress.FRESH);
    }

    @Override
    public Optional<Challenge> find(String id, Instant now) {
        return transactions
                .read(handle -> new ChallengeTable(handle).find(id, seals))
                .map(challenge -> challenge.at(now));
    }

    @Override
    public boolean bind(String id, Secret browser, Instant now) {
        Bytes hash = browser(id, browser);
        return transactions.write(exclusive(id), handle -> {
            ChallengeTable table = new ChallengeTable(handle);
            return table.bind(id, hash, now) || table.holds(id, hash);
        });
    }

    @Override
    public boolean holds(String id, Secret browser) {
        Bytes hash = browser(id, browser);
        return transactions.read(handle -> new ChallengeTable(handle).holds(id, hash));
    }

    @Override
    public boolean takeStart(String id, Secret browser, Instant now) {
        Bytes hash = browser(id, browser);
        return transactions.write(exclusive(id), handle -> new ChallengeTable(handle).takeStart(id, hash, now));
    }

    @Override
    public boolean keep(String id, Secret browser, String kept, Instant now) {
        Bytes hash = browser(id, browser);
        return transactions.write(exclusive(id), handle -> new ChallengeTable(handle).keep(id, hash, kept, now));
    }

    @Override
    public Claim claim(String id, Secret browser, Instant now, Duration right) {
        Bytes hash = browser(id, browser);
        return transactions.write(exclusive(id), handle -> {
            ChallengeTable table = new ChallengeTable(handle);
            if (table.claim(id, hash, now, now.plus(right))) {
                return new Claim.Given();
            }
            if (table.claimed(id, hash, now)) {
                return new Claim.Busy();
            }
            return new Claim.None(table.find(id, seals)
                    .map(challenge -> challenge.at(now).status())
                    .orElse(Status.EXPIRED));
        });
    }

    @Override
    public boolean pass(String id, List<String> shown, Instant now, AuditEntry entry) {
        return transactions.write(
                exclusive(id), handle -> new ChallengeTable(handle).pass(id, shown, now) && appended(handle, entry));
    }

    @Override
    public void miss(String id, Instant now, AuditEntry entry) {
        transactions.write(
                exclusive(id), handle -> new ChallengeTable(handle).miss(id, now) && appended(handle, entry));
    }

    @Override
    public boolean prove(String id, Secret browser, Instant now) {
        Bytes hash = browser(id, browser);
        return transactions.write(exclusive(id), handle -> new ChallengeTable(handle).prove(id, hash, now));
    }

    @Override
    public boolean cancel(Challenge challenge, Optional<IdempotencyKey> key, Instant now, AuditEntry entry) {
        String id = challenge.id();
        return transactions
                .write(
                        keys(challenge.tenant(), key, exclusive(id)),
                        handle -> new KeptAnswers(handle, seals, challenge.tenant())
                                .once(
                                        key,
                                        now,
                                        () -> new ChallengeTable(handle).cancel(id, now) && appended(handle, entry)
                                                ? Optional.of(id)
                                                : Optional.empty(),
                                        ""))
                .equals(id);
    }

    @Override
    public boolean result(String id, Secret browser, Secret code, Instant until, Instant now) {
        Bytes hash = browser(id, browser);
        Bytes result = new Lookups(seals).result(code);
        return transactions.write(
                exclusive(id), handle -> new ChallengeTable(handle).result(id, hash, result, until, now));
    }

    @Override
    public int expire(Instant now, int most) {
        return transactions.write(
                handle -> new ChallengeTable(handle).expire(now.truncatedTo(ChronoUnit.MILLIS), most));
    }

    private static boolean appended(org.jdbi.v3.core.Handle handle, AuditEntry entry) {
        new AuditTable(handle).append(entry);
        return true;
    }

    private static Set<String> exclusive(String id) {
        return Set.of("challenge:" + id);
    }

    private Set<String> keys(long tenant, Optional<IdempotencyKey> key, Set<String> others) {
        Set<String> keys = new HashSet<>(others);
        key.ifPresent(one -> keys.add(new Lookups(seals).keyOf(tenant, one.key())));
        return keys;
    }

    private Bytes browser(String id, Secret browser) {
        return seals.lookup("browser", id + "\n" + browser.reveal());
    }
}
