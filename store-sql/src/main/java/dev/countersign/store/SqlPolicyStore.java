package dev.countersign.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.countersign.audit.AuditEntry;
import dev.countersign.policy.AttachedPolicy;
import dev.countersign.policy.Attachment;
import dev.countersign.policy.Holder;
import dev.countersign.policy.ListedPolicy;
import dev.countersign.policy.Page;
import dev.countersign.policy.Policy;
import dev.countersign.policy.PolicyQuery;
import dev.countersign.policy.PolicyStore;
import dev.countersign.refusal.PolicyRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.store.database.Transactions;
import dev.countersign.store.database.UnitOfWork;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// Policies in SQL. What somebody has is remembered for a second of real time, as access keys are.
public final class SqlPolicyStore implements PolicyStore {
    private static final int REMEMBERED = 10_000;

    private final Transactions transactions;
    private final Cache<Seen, List<AttachedPolicy>> remembered = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build();

    /// Part of what is remembered: what was read before a change is never found after it.
    private final AtomicLong generation = new AtomicLong();

    private record Seen(String kind, long tenant, long holder, long generation) {}

    /// @param transactions where the tables are
    public SqlPolicyStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<AttachedPolicy> ofUser(long tenant, long uin) {
        return attached(AttachmentTable.USER, tenant, uin);
    }

    @Override
    public List<AttachedPolicy> ofRole(long tenant, long role) {
        return attached(AttachmentTable.ROLE, tenant, role);
    }

    private List<AttachedPolicy> attached(String kind, long tenant, long holder) {
        Seen seen = new Seen(kind, tenant, holder, generation.get());
        List<AttachedPolicy> known = remembered.getIfPresent(seen);
        if (known != null) {
            return known;
        }
        List<AttachedPolicy> read =
                transactions.read(handle -> new PolicyTables(handle).attached(kind, tenant, holder));
        remembered.put(seen, read);
        return read;
    }

    /// Forgets what is remembered: after rows were changed behind this store's back.
    public void forgetCached() {
        generation.incrementAndGet();
        remembered.invalidateAll();
    }

    private <T> T change(long tenant, UnitOfWork<T> unit) {
        try {
            return transactions.write(Set.of("policies:" + tenant), unit);
        } finally {
            forgetCached();
        }
    }

    @Override
    public Optional<Policy> find(long tenant, long id) {
        return transactions.read(handle -> new PolicyTables(handle).find(tenant, id));
    }

    @Override
    public Optional<Policy> named(long tenant, String name) {
        return transactions.read(handle -> new PolicyTables(handle).named(tenant, name));
    }

    @Override
    public boolean add(Policy policy, int most, AuditEntry entry) {
        return change(policy.tenant(), handle -> {
            PolicyTables table = new PolicyTables(handle);
            if (table.named(policy.tenant(), policy.name()).isPresent()) {
                throw new Refused(new PolicyRefusal.NameInUse());
            }
            if (table.count(policy.tenant()) >= most) {
                throw new Refused(new PolicyRefusal.PoliciesFull(most));
            }
            boolean added = table.insert(policy);
            if (added) {
                new AuditTable(handle).append(entry);
            }
            return added;
        });
    }

    @Override
    public boolean change(Policy policy, AuditEntry entry) {
        return change(policy.tenant(), handle -> {
            PolicyTables table = new PolicyTables(handle);
            if (table.named(policy.tenant(), policy.name())
                    .filter(same -> same.id() != policy.id())
                    .isPresent()) {
                throw new Refused(new PolicyRefusal.NameInUse());
            }
            boolean changed = table.update(policy);
            if (changed) {
                new AuditTable(handle).append(entry);
            }
            return changed;
        });
    }

    @Override
    public void alias(long tenant, long policy, String alias, AuditEntry entry) {
        change(tenant, handle -> {
            new PolicyTables(handle).alias(tenant, policy, alias);
            new AuditTable(handle).append(entry);
            return true;
        });
    }

    @Override
    public boolean remove(long tenant, List<Long> ids, AuditEntry entry) {
        return change(tenant, handle -> {
            PolicyTables table = new PolicyTables(handle);
            boolean all = ids.stream()
                    .allMatch(id -> table.find(tenant, id)
                            .filter(policy -> !policy.preset())
                            .isPresent());
            if (all) {
                for (long id : ids) {
                    new AttachmentTable(handle).forgetPolicy(id);
                    table.delete(tenant, id);
                }
                new AuditTable(handle).append(entry);
            }
            return all;
        });
    }

    @Override
    public Page<ListedPolicy> list(long tenant, PolicyQuery query) {
        return transactions.read(handle -> {
            PolicyTables table = new PolicyTables(handle);
            return new Page<>(table.list(tenant, query), table.count(tenant, query));
        });
    }

    @Override
    public void attach(long tenant, Holder holder, Attachment attachment, int most, AuditEntry entry) {
        change(tenant, handle -> {
            AttachmentTable table = new AttachmentTable(handle);
            long policy = attachment.policy().id();
            if (table.has(tenant, holder, policy)) {
                return false;
            }
            if (new PolicyTables(handle).find(tenant, policy).isEmpty()) {
                throw new Refused(new PolicyRefusal.PolicyUnknown());
            }
            if (table.count(tenant, holder) >= most) {
                throw new Refused(new PolicyRefusal.AttachmentsFull(most));
            }
            table.insert(tenant, holder, attachment);
            new AuditTable(handle).append(entry);
            return true;
        });
    }

    @Override
    public void detach(long tenant, Holder holder, long policy, AuditEntry entry) {
        change(tenant, handle -> {
            boolean had = new AttachmentTable(handle).delete(tenant, holder, policy);
            if (had) {
                new AuditTable(handle).append(entry);
            }
            return had;
        });
    }

    @Override
    public Page<Attachment> attachments(long tenant, Holder holder, int offset, int most) {
        return transactions.read(handle -> {
            AttachmentTable table = new AttachmentTable(handle);
            return new Page<>(table.page(tenant, holder, offset, most), table.count(tenant, holder));
        });
    }
}
