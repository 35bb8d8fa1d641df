package dev.countersign.store;

import dev.countersign.audit.AuditEntry;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.WebhookRefusal;
import dev.countersign.seal.Seals;
import dev.countersign.store.database.Transactions;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import dev.countersign.value.Uuids;
import dev.countersign.verification.IdempotencyKey;
import dev.countersign.webhook.Delivery;
import dev.countersign.webhook.Event;
import dev.countersign.webhook.EventStore;
import dev.countersign.webhook.SigningKey;
import dev.countersign.webhook.Subscription;
import dev.countersign.webhook.WebhookStore;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Webhooks, events and the log of deliveries in SQL. Keys and addresses are sealed.
public final class SqlWebhooks implements WebhookStore, EventStore {
    private final Transactions transactions;
    private final Seals seals;
    private final RandomGenerator random;

    /// @param transactions where the tables are
    /// @param seals seals keys and addresses
    /// @param random draws ids
    public SqlWebhooks(Transactions transactions, Seals seals, RandomGenerator random) {
        this.transactions = transactions;
        this.seals = seals;
        this.random = random;
    }

    @Override
    public Put put(Subscription wanted, SigningKey key, int most, AuditEntry entry) {
        WebhookTable.Row fresh = sealed(wanted, key);
        return transactions.write(Set.of(keyOf(wanted.tenant())), handle -> {
            WebhookTable table = new WebhookTable(handle);
            Optional<WebhookTable.Row> present = table.find(wanted.tenant(), wanted.id());
            if (present.isPresent()) {
                String uid = present.get().uid();
                Bytes url = seals.seal(WebhookTable.placeOfUrl(wanted.tenant(), uid), wanted.url());
                table.change(uid, url, fresh.events(), wanted.active(), wanted.changedAt());
            } else if (table.of(wanted.tenant()).size() >= most) {
                throw new Refused(new WebhookRefusal.WebhooksReached(most));
            } else {
                table.insert(fresh);
            }
            new AuditTable(handle).append(entry);
            return new Put(
                    table.find(wanted.tenant(), wanted.id()).orElseThrow().open(seals), present.isEmpty());
        });
    }

    private WebhookTable.Row sealed(Subscription wanted, SigningKey key) {
        String uid = Uuids.timed(wanted.createdAt(), random).toString();
        long tenant = wanted.tenant();
        return new WebhookTable.Row(
                uid,
                tenant,
                wanted.id(),
                seals.seal(WebhookTable.placeOfUrl(tenant, uid), wanted.url()),
                WebhookTable.joined(wanted.events()),
                wanted.active(),
                seals.seal(WebhookTable.placeOfKey(tenant, uid), key.secret().reveal()),
                Optional.empty(),
                Optional.empty(),
                wanted.createdAt(),
                wanted.changedAt());
    }

    @Override
    public Optional<Subscription> find(long tenant, String id) {
        return transactions
                .read(handle -> new WebhookTable(handle).find(tenant, id))
                .map(row -> row.open(seals));
    }

    @Override
    public List<Subscription> of(long tenant) {
        return transactions.read(handle -> new WebhookTable(handle).of(tenant)).stream()
                .map(row -> row.open(seals))
                .toList();
    }

    @Override
    public boolean delete(long tenant, String id, AuditEntry entry) {
        return transactions.write(Set.of(keyOf(tenant)), handle -> {
            boolean deleted = new WebhookTable(handle).delete(tenant, id);
            if (deleted) {
                new AuditTable(handle).append(entry);
            }
            return deleted;
        });
    }

    @Override
    public Optional<SigningKey> rotate(
            long tenant,
            String id,
            SigningKey fresh,
            Instant previousUntil,
            Optional<IdempotencyKey> idempotency,
            AuditEntry entry) {
        String answer = transactions.write(
                keys(tenant, idempotency, keyOf(tenant)),
                handle -> new KeptAnswers(handle, seals, tenant)
                        .once(
                                idempotency,
                                entry.at(),
                                () -> {
                                    WebhookTable table = new WebhookTable(handle);
                                    Optional<WebhookTable.Row> row = table.find(tenant, id);
                                    row.ifPresent(one -> {
                                        Bytes secret = seals.seal(
                                                WebhookTable.placeOfKey(tenant, one.uid()),
                                                fresh.secret().reveal());
                                        table.rotate(one.uid(), secret, previousUntil, entry.at());
                                        new AuditTable(handle).append(entry);
                                    });
                                    return row.map(one -> fresh.secret().reveal());
                                },
                                ""));
        return answer.isEmpty() ? Optional.empty() : Optional.of(new SigningKey(Secret.of(answer)));
    }

    @Override
    public List<Delivery> deliveries(long tenant, String id, Optional<String> before, int most) {
        return transactions.read(handle -> new WebhookTable(handle)
                .find(tenant, id)
                .map(row -> new DeliveryTable(handle).of(row.uid(), before, most))
                .orElse(List.of()));
    }

    @Override
    public Optional<Delivery> delivery(long tenant, String id) {
        return transactions.read(handle -> new DeliveryTable(handle).find(tenant, id));
    }

    @Override
    public boolean redeliver(
            long tenant, String id, Instant giveUpAt, Optional<IdempotencyKey> idempotency, AuditEntry entry) {
        return transactions
                .write(
                        keys(tenant, idempotency, SqlDeliveries.EXCLUSIVE),
                        handle -> new KeptAnswers(handle, seals, tenant)
                                .once(
                                        idempotency,
                                        entry.at(),
                                        () -> {
                                            DeliveryTable table = new DeliveryTable(handle);
                                            if (table.find(tenant, id).isEmpty()) {
                                                return Optional.empty();
                                            }
                                            table.repeat(id, entry.at(), giveUpAt);
                                            new AuditTable(handle).append(entry);
                                            return Optional.of(id);
                                        },
                                        ""))
                .equals(id);
    }

    @Override
    public List<Event> after(long tenant, long after, int most) {
        return transactions.read(handle -> new EventTable(handle).after(tenant, after, most));
    }

    private Set<String> keys(long tenant, Optional<IdempotencyKey> key, String other) {
        Set<String> keys = new HashSet<>(Set.of(other));
        key.ifPresent(one -> keys.add(new Lookups(seals).keyOf(tenant, one.key())));
        return keys;
    }

    /// What decisions about a tenant's webhooks exclude each other by.
    private static String keyOf(long tenant) {
        return "webhooks:" + tenant;
    }
}
