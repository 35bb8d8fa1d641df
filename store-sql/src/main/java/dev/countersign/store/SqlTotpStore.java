package dev.countersign.store;

import dev.countersign.audit.AuditEntry;
import dev.countersign.seal.Seals;
import dev.countersign.store.database.Transactions;
import dev.countersign.tenant.Principal;
import dev.countersign.totp.TotpAttempt;
import dev.countersign.totp.TotpDevice;
import dev.countersign.totp.TotpResult;
import dev.countersign.totp.TotpSecret;
import dev.countersign.totp.TotpStore;
import dev.countersign.value.Bytes;
import dev.countersign.verification.AttemptPolicy;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Devices that compute codes, in SQL.
public final class SqlTotpStore implements TotpStore {
    private final Transactions transactions;
    private final Seals seals;

    /// @param transactions where the tables are
    /// @param seals seals secrets
    public SqlTotpStore(Transactions transactions, Seals seals) {
        this.transactions = transactions;
        this.seals = seals;
    }

    @Override
    public Optional<TotpDevice> of(long uin) {
        return transactions.read(handle -> new TotpTable(handle).device(uin));
    }

    @Override
    public void begin(Principal principal, TotpSecret secret, Instant until, AuditEntry entry) {
        Bytes sealed = TotpTable.seal(seals, principal, "pending", secret);
        transactions.write(keys(principal), handle -> {
            new TotpTable(handle).begin(principal, sealed, until);
            new AuditTable(handle).append(entry);
            return true;
        });
    }

    @Override
    public TotpResult confirm(TotpAttempt attempt, AttemptPolicy policy, Instant now) {
        TotpAttempting attempting = new TotpAttempting(seals, attempt, policy, now);
        return transactions.write(attempting.keys(), attempting.confirm());
    }

    @Override
    public TotpResult check(TotpAttempt attempt, AttemptPolicy policy, Instant now) {
        TotpAttempting attempting = new TotpAttempting(seals, attempt, policy, now);
        return transactions.write(attempting.keys(), attempting.check());
    }

    @Override
    public void put(Principal principal, TotpSecret secret, Instant since, AuditEntry entry) {
        Bytes sealed = TotpTable.seal(seals, principal, "secret", secret);
        transactions.write(keys(principal), handle -> {
            new TotpTable(handle).activate(principal, sealed, since, -1);
            new AuditTable(handle).append(entry);
            return true;
        });
    }

    @Override
    public boolean withdraw(Principal principal, AuditEntry entry) {
        return transactions.write(keys(principal), handle -> {
            TotpTable table = new TotpTable(handle);
            Optional<TotpTable.Row> row = table.find(principal);
            row.ifPresent(present -> table.forget(present.uin()));
            boolean active = row.flatMap(TotpTable.Row::secret).isPresent();
            if (active) {
                new AuditTable(handle).append(entry);
            }
            return active;
        });
    }

    private static Set<String> keys(Principal principal) {
        return Set.of(Lookups.keyOfPrincipal(principal.uin()));
    }
}
