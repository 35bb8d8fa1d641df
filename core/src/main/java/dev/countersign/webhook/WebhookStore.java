package dev.countersign.webhook;

import dev.countersign.audit.AuditEntry;
import dev.countersign.verification.IdempotencyKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps subscriptions with their keys, and the log of deliveries. Each change is one step with its audit entry.
public interface WebhookStore {
    /// What came of a put.
    ///
    /// @param subscription as it is kept
    /// @param made whether there was none of that name before: only then the key is the one that was given
    record Put(Subscription subscription, boolean made) {}

    /// Keeps a subscription, in the place of one of its name, whose keys and times it keeps then.
    ///
    /// @param key its key when it is new
    /// @param most how many a tenant may have
    /// @throws dev.countersign.refusal.Refused with a [dev.countersign.refusal.WebhookRefusal.WebhooksReached]
    Put put(Subscription wanted, SigningKey key, int most, AuditEntry entry);

    /// One of a tenant's.
    Optional<Subscription> find(long tenant, String id);

    /// All of a tenant's, by name.
    List<Subscription> of(long tenant);

    /// Forgets one with its keys; what was due to it is posted no more.
    ///
    /// @return whether there was one
    boolean delete(long tenant, String id, AuditEntry entry);

    /// Puts a fresh key in the place of the present one, which signs beside it until a time; one before that
    /// signs no more.
    ///
    /// @return the key: the fresh one, or the first answer again for a known idempotency key; empty when there is
    ///     no such subscription
    /// @throws dev.countersign.refusal.Refused when the idempotency key was used for another request
    Optional<SigningKey> rotate(
            long tenant,
            String id,
            SigningKey fresh,
            Instant previousUntil,
            Optional<IdempotencyKey> idempotency,
            AuditEntry entry);

    /// Deliveries of a subscription, newest first.
    ///
    /// @param before the id of the last one that was read; empty for the newest
    List<Delivery> deliveries(long tenant, String id, Optional<String> before, int most);

    /// One delivery of a tenant's subscriptions.
    Optional<Delivery> delivery(long tenant, String id);

    /// Makes a delivery due at once, for another while; one that is just being posted is left alone.
    ///
    /// @param giveUpAt until when it is tried
    /// @return false when there is none
    /// @throws dev.countersign.refusal.Refused when the idempotency key was used for another request
    boolean redeliver(long tenant, String id, Instant giveUpAt, Optional<IdempotencyKey> idempotency, AuditEntry entry);
}
