package dev.countersign.store;

import dev.countersign.authenticator.AuthenticatorKind;
import dev.countersign.authenticator.Change;
import dev.countersign.authenticator.Change.Status;
import dev.countersign.authenticator.ChangeStore;
import dev.countersign.authenticator.ConfirmOutcome;
import dev.countersign.authenticator.Possession;
import dev.countersign.seal.Seals;
import dev.countersign.store.database.Transactions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Changes of numbers and addresses, in SQL. Instants are kept to the millisecond, rounded down.
public final class SqlChangeStore implements ChangeStore {
    private final Transactions transactions;
    private final Seals seals;
    private final RandomGenerator random;

    /// @param transactions where the tables are
    /// @param seals seals numbers and addresses
    /// @param random draws the ids of verifications and notices
    public SqlChangeStore(Transactions transactions, Seals seals, RandomGenerator random) {
        this.transactions = transactions;
        this.seals = seals;
        this.random = random;
    }

    @Override
    public Optional<Possession> possession(long tenant, long uin) {
        return transactions.read(handle -> new PossessionTable(handle, seals).of(tenant, uin));
    }

    @Override
    public Optional<Change> pending(long tenant, long uin, AuthenticatorKind kind, Instant now) {
        return transactions
                .read(handle -> new ChangeTable(handle, seals).pending(tenant, uin, kind))
                .filter(change -> change.at(now).status() == Status.PENDING);
    }

    @Override
    public Optional<Change> find(long tenant, long uin, String id, Instant now) {
        return transactions
                .read(handle -> new ChangeTable(handle, seals).find(tenant, uin, id))
                .map(change -> change.at(now));
    }

    @Override
    public Optional<Change> start(Start start, Instant now) {
        ChangeStarting starting = new ChangeStarting(seals, random, start, kept(now));
        return transactions.write(starting.keys(), starting.unit());
    }

    @Override
    public ConfirmOutcome confirm(Change change, Given given, Confirming how, Instant now) {
        ChangeConfirming confirming = new ChangeConfirming(seals, change, given, how, kept(now));
        return transactions.write(confirming.keys(), confirming.unit(random));
    }

    private static Instant kept(Instant now) {
        return now.truncatedTo(ChronoUnit.MILLIS);
    }
}
