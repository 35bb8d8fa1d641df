package dev.countersign.store;

import dev.countersign.audit.AuditEntry;
import dev.countersign.seal.Seals;
import dev.countersign.store.database.Transactions;
import dev.countersign.token.CustomToken;
import dev.countersign.token.CustomTokenStore;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Custom tokens in SQL: only keyed hashes of them.
public final class SqlCustomTokenStore implements CustomTokenStore {
    private final Transactions transactions;
    private final Seals seals;

    /// @param transactions where the table is
    /// @param seals makes the hashes
    public SqlCustomTokenStore(Transactions transactions, Seals seals) {
        this.transactions = transactions;
        this.seals = seals;
    }

    @Override
    public void add(CustomToken token) {
        Bytes hash = hash(token.text());
        transactions.write(Set.of(key(hash)), handle -> {
            new CustomTokenTable(handle).put(hash, token);
            return true;
        });
    }

    @Override
    public Optional<Long> principal(long tenant, Secret text, Instant now) {
        Bytes hash = hash(text);
        return transactions
                .read(handle -> new CustomTokenTable(handle).live(hash, tenant, now))
                .map(CustomTokenTable.Live::uin);
    }

    /// The same statements for every token that is not accepted, so that neither body nor time tells why.
    @Override
    public Optional<Long> spend(
            long tenant, long spender, Secret text, Instant now, Function<Optional<Long>, AuditEntry> entry) {
        Bytes hash = hash(text);
        return transactions.write(Set.of(key(hash)), handle -> {
            CustomTokenTable table = new CustomTokenTable(handle);
            Optional<Long> spent = table.live(hash, tenant, now)
                    .filter(live -> live.uin() != spender)
                    .filter(live -> new ChallengeTable(handle).pass(live.challenge(), now))
                    .map(CustomTokenTable.Live::uin);
            if (spent.isPresent()) {
                table.spend(hash, now);
            }
            new AuditTable(handle).append(entry.apply(spent));
            return spent;
        });
    }

    private Bytes hash(Secret text) {
        return seals.lookup("custom-token", text.reveal());
    }

    private static String key(Bytes hash) {
        return "token:" + hash.toHex();
    }
}
