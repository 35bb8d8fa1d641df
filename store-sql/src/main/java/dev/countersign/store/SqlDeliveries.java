package dev.countersign.store;

import dev.countersign.seal.Seals;
import dev.countersign.store.database.Transactions;
import dev.countersign.webhook.Delivery;
import dev.countersign.webhook.DeliveryPolicy.Verdict;
import dev.countersign.webhook.DeliveryQueue;
import dev.countersign.webhook.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The queue of webhook deliveries in SQL.
public final class SqlDeliveries implements DeliveryQueue {
    /// Processes take one after the other, so that nothing is taken twice.
    static final String EXCLUSIVE = "deliveries";

    /// How long a webhook is left alone whose row is damaged.
    private static final Duration DAMAGED = Duration.ofHours(1);

    private final Transactions transactions;
    private final Seals seals;
    private final String node;

    /// @param transactions where the tables are
    /// @param seals opens keys and addresses
    /// @param node what this process is called in leases, see [dev.countersign.store.database.Database#node]
    public SqlDeliveries(Transactions transactions, Seals seals, String node) {
        this.transactions = transactions;
        this.seals = seals;
        this.node = node;
    }

    /// A webhook that something is due to, opened.
    private record Endpoint(String uid, String url, List<SigningKey> keys, int room) {}

    @Override
    public List<Due> take(Room room, Instant now, Duration lease) {
        // Most looks find nothing: they should not wait for the writer, or keep it from others.
        List<Endpoint> endpoints = transactions.read(handle -> new WebhookTable(handle).due(now)).stream()
                .filter(row -> left(room, row.uid()) > 0)
                .sorted(Comparator.comparing(row -> room.underWay().getOrDefault(row.uid(), 0)))
                .limit(room.all())
                .flatMap(row -> opened(row, left(room, row.uid()), now).stream())
                .toList();
        if (endpoints.isEmpty()) {
            return List.of();
        }
        return transactions.write(Set.of(EXCLUSIVE), handle -> {
            DeliveryTable table = new DeliveryTable(handle);
            List<Due> taken = new ArrayList<>();
            for (Endpoint one : endpoints) {
                int most = Math.min(one.room(), room.all() - taken.size());
                if (most <= 0) {
                    break;
                }
                for (DeliveryTable.Candidate due : table.take(one.uid(), node, most, now, now.plus(lease))) {
                    taken.add(new Due(
                            due.id(),
                            one.uid(),
                            one.url(),
                            one.keys(),
                            due.event(),
                            due.attempts() + 1,
                            due.giveUpAt()));
                }
            }
            return taken;
        });
    }

    private static int left(Room room, String uid) {
        return room.each() - room.underWay().getOrDefault(uid, 0);
    }

    /// One damaged row must not keep what is due to all the others.
    private Optional<Endpoint> opened(WebhookTable.Row row, int room, Instant now) {
        try {
            return Optional.of(new Endpoint(row.uid(), row.address(seals), row.keys(seals, now), room));
        } catch (IllegalStateException damaged) {
            transactions.write(handle -> {
                new WebhookTable(handle).quiet(row.uid(), now.plus(DAMAGED));
                return true;
            });
            return Optional.empty();
        }
    }

    @Override
    public void settle(Due due, Delivery.Try tried, Verdict verdict, Optional<Instant> quiet) {
        transactions.write(handle -> {
            new DeliveryTable(handle).settle(due, node, tried, verdict);
            quiet.ifPresent(until -> new WebhookTable(handle).quiet(due.endpoint(), until));
            return true;
        });
    }

    @Override
    public void releaseLeases() {
        transactions.write(Set.of(EXCLUSIVE), handle -> new DeliveryTable(handle).release(node));
    }
}
