package dev.countersign.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.countersign.seal.Place;
import dev.countersign.seal.Seals;
import dev.countersign.store.database.Transactions;
import dev.countersign.store.database.UnitOfWork;
import dev.countersign.tenant.AccessKey;
import dev.countersign.tenant.ApiKeyHolder;
import dev.countersign.tenant.Bound;
import dev.countersign.tenant.KeyHolder;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.Tenant;
import dev.countersign.tenant.TenantStore;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// Tenants, principals and keys in SQL. Access keys that exist are remembered for a second of real time.
public final class SqlTenantStore implements TenantStore {
    private static final int REMEMBERED = 10_000;
    private static final long FIRST_CHOSEN_UID = 20_000_000_000L;
    private static final long CHOSEN_UIDS = 80_000_000_000L;

    private final Transactions transactions;
    private final Seals seals;
    private final InstantSource clock;
    private final Cache<Seen, KeyHolder> remembered = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build();

    /// Part of what is remembered: what was read before a change is never found after it, even when the
    /// reading was slower than the change.
    private final AtomicLong generation = new AtomicLong();

    private record Seen(String id, long generation) {}

    /// @param transactions where the tables are
    /// @param seals seals secrets, numbers and addresses
    /// @param clock the time that users and keys are made at
    public SqlTenantStore(Transactions transactions, Seals seals, InstantSource clock) {
        this.transactions = transactions;
        this.seals = seals;
        this.clock = clock;
    }

    @Override
    public Optional<KeyHolder> accessKey(String id) {
        if (id.indexOf('\0') >= 0) {
            // Anybody may ask for any id, and PostgreSQL fails at a text with this character.
            return Optional.empty();
        }
        Seen seen = new Seen(id, generation.get());
        Optional<KeyHolder> known = Optional.ofNullable(remembered.getIfPresent(seen));
        if (known.isPresent()) {
            return known;
        }
        Optional<KeyHolder> read = transactions.read(handle -> new TenantTables(handle).accessKey(id, seals));
        read.ifPresent(holder -> remembered.put(seen, holder));
        return read;
    }

    @Override
    public boolean disabled(String id) {
        return id.indexOf('\0') < 0 && transactions.read(handle -> new TenantTables(handle).disabled(id));
    }

    /// Forgets what is remembered: after rows were changed behind this store's back.
    public void forgetCached() {
        generation.incrementAndGet();
        remembered.invalidateAll();
    }

    private <T> T change(UnitOfWork<T> unit) {
        return change(Set.of(), unit);
    }

    private <T> T change(Set<String> exclusive, UnitOfWork<T> unit) {
        try {
            return transactions.write(exclusive, unit);
        } finally {
            forgetCached();
        }
    }

    @Override
    public Optional<ApiKeyHolder> apiKey(Bytes hash) {
        return transactions.read(handle -> new TenantTables(handle).apiKey(hash));
    }

    @Override
    public Optional<Principal> principal(long tenant, long uin) {
        return transactions
                .read(handle -> new TenantTables(handle).principal(uin))
                .filter(principal -> principal.tenant() == tenant);
    }

    @Override
    public Optional<Bound> bound(long tenant, long uin) {
        return transactions
                .read(handle -> new UserTable(handle).bound(tenant, uin))
                .map(row -> row.open(seals, tenant, uin));
    }

    @Override
    public Optional<Tenant> tenant(long id) {
        return transactions.read(handle -> new TenantTables(handle).tenant(id));
    }

    /// The tenant that is nobody's customer, where there is one such alone.
    public Optional<Tenant> onlyIndependent() {
        List<Tenant> found = transactions.read(handle -> new TenantTables(handle).independent(2));
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    @Override
    public boolean isEmpty() {
        return transactions.read(handle -> new TenantTables(handle).isEmpty());
    }

    @Override
    public void add(Tenant tenant) {
        // Two processes at once would meet at the account's index, which the statement does not look at first.
        change(Set.of("tenant:" + tenant.id()), handle -> {
            TenantTables tables = new TenantTables(handle);
            return tables.addTenant(tenant) && tables.addRoot(tenant);
        });
    }

    @Override
    public boolean put(UserRecord user) {
        Instant now = clock.instant();
        long uid = uid(user.uin());
        Optional<Bytes> phone = sealed(user, "phone", user.phone());
        Optional<Bytes> mail = sealed(user, "mail", user.mail());
        return change(Set.of(Lookups.keyOfPrincipal(user.uin())), handle -> {
            boolean done = new TenantTables(handle).put(user, phone, mail, uid, now);
            new ProtectionTable(handle).requireFactors(user.tenant(), user.uin());
            return done;
        });
    }

    private Optional<Bytes> sealed(UserRecord user, String column, Secret clear) {
        Place place = UserTable.place(user.tenant(), column, user.uin());
        return clear.reveal().isEmpty() ? Optional.empty() : Optional.of(seals.seal(place, clear.reveal()));
    }

    /// The uid of a user whose UIN somebody chose: always the same, and in nobody else's range.
    private long uid(long uin) {
        byte[] hash = seals.lookup("uid", Long.toString(uin)).toArray();
        return FIRST_CHOSEN_UID + (ByteBuffer.wrap(hash).getLong() >>> 1) % CHOSEN_UIDS;
    }

    @Override
    public void addAccessKey(long uin, AccessKey key) {
        change(handle -> {
            TenantTables tables = new TenantTables(handle);
            long tenant = tables.principal(uin)
                    .orElseThrow(() -> new IllegalArgumentException("no principal has the UIN " + uin))
                    .tenant();
            return tables.addAccessKey(uin, key.id(), TenantTables.seal(seals, tenant, key), clock.instant());
        });
    }

    @Override
    public void addApiKey(Bytes hash, long uin, Set<String> scopes) {
        change(handle -> new TenantTables(handle).addApiKey(hash, uin, scopes));
    }
}
