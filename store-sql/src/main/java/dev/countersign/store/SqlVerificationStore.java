package dev.countersign.store;

import dev.countersign.audit.AuditEntry;
import dev.countersign.seal.Seals;
import dev.countersign.store.database.Transactions;
import dev.countersign.verification.Attempt;
import dev.countersign.verification.AttemptPolicy;
import dev.countersign.verification.AttemptResult;
import dev.countersign.verification.Binding;
import dev.countersign.verification.Code;
import dev.countersign.verification.Demand;
import dev.countersign.verification.SendPolicy;
import dev.countersign.verification.Verification;
import dev.countersign.verification.Verification.Status;
import dev.countersign.verification.VerificationPolicy;
import dev.countersign.verification.VerificationStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Verifications in SQL. Instants are kept to the millisecond, rounded down: no code lives longer for it.
public final class SqlVerificationStore implements VerificationStore {
    private final Transactions transactions;
    private final Seals seals;
    private final RandomGenerator random;

    /// @param transactions where the tables are
    /// @param seals seals codes and destinations
    /// @param random draws ids
    public SqlVerificationStore(Transactions transactions, Seals seals, RandomGenerator random) {
        this.transactions = transactions;
        this.seals = seals;
        this.random = random;
    }

    @Override
    public Verification issueIfQuiet(Demand demand, Code fresh, SendPolicy policy, Instant now) {
        Issuing issuing = new Issuing(seals, random, demand, fresh, policy.numbers(), false, kept(now));
        Tallies tallies = Tallies.of(demand, policy.tallied(demand).keySet(), seals);
        return transactions.write(issuing.keys(tallies), issuing.ifQuiet(policy, tallies));
    }

    @Override
    public Verification issueSilently(Demand demand, Code fixed, VerificationPolicy policy, Instant now) {
        Issuing issuing = new Issuing(seals, random, demand, fixed, policy, true, kept(now));
        return transactions.write(issuing.keys(Tallies.of(demand, Set.of(), seals)), issuing.silently());
    }

    @Override
    public AttemptResult attempt(Attempt attempt, AttemptPolicy policy, Instant now) {
        return binding(attempt.target())
                .map(binding -> new Attempting(seals, attempt, binding, policy, kept(now)))
                .map(attempting -> transactions.write(attempting.keys(), attempting.unit()))
                .orElseGet(AttemptResult.Unknown::new);
    }

    /// What a target is bound to never changes, so that it can be looked up before the unit of work.
    private Optional<Binding> binding(Attempt.Target target) {
        return switch (target) {
            case Attempt.Target.Bound bound -> Optional.of(bound.binding());
            case Attempt.Target.Named named -> row(named.tenant(), named.id()).map(row -> row.binding(seals));
        };
    }

    private Optional<VerificationRow> row(long tenant, String id) {
        return transactions.read(handle -> new VerificationTable(handle).find(tenant, id));
    }

    @Override
    public Optional<Verification> find(long tenant, String id, Instant now) {
        return row(tenant, id)
                .map(row -> row.status() == Status.PENDING && !row.expiresAt().isAfter(kept(now))
                        ? row.with(Status.EXPIRED)
                        : row)
                .map(row -> row.verification(row.binding(seals)));
    }

    @Override
    public boolean unlock(long uin, String authenticator, AuditEntry entry) {
        return transactions.write(Set.of(Lookups.keyOfPrincipal(uin)), handle -> {
            boolean lifted = new AttemptRecords(handle).forget(Lookups.principalFailures(uin, authenticator));
            if (lifted) {
                new AuditTable(handle).append(entry);
            }
            return lifted;
        });
    }

    private static Instant kept(Instant now) {
        return now.truncatedTo(ChronoUnit.MILLIS);
    }
}
