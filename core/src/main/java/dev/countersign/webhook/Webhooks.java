package dev.countersign.webhook;

import dev.countersign.audit.AuditEntry;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.WebhookRefusal;
import dev.countersign.tenant.Caller;
import dev.countersign.verification.IdempotencyKey;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// What a tenant does with its webhooks, and reads of its events.
public final class Webhooks {
    /// How many a tenant may have.
    public static final int MOST = 10;

    /// How long the key before a fresh one signs beside it.
    public static final Duration OVERLAP = Duration.ofHours(24);

    private final WebhookStore store;
    private final EventStore events;
    private final Target target;
    private final Surroundings surroundings;

    /// What webhooks need from outside.
    ///
    /// @param clock the time of what is done
    /// @param random a cryptographic generator
    public record Surroundings(InstantSource clock, RandomGenerator random) {}

    /// What a caller wants.
    ///
    /// @param id the name
    /// @param url where to
    /// @param events which; all when empty
    /// @param active whether anything is posted
    public record Wanted(String id, String url, Set<EventType> events, boolean active) {}

    /// A subscription with the key that is shown this once.
    public record Shown(Subscription subscription, Optional<SigningKey> key) {}

    /// @param store keeps them
    /// @param events keeps what happened
    /// @param target says where they may go
    /// @param surroundings clock and randomness
    public Webhooks(WebhookStore store, EventStore events, Target target, Surroundings surroundings) {
        this.store = store;
        this.events = events;
        this.target = target;
        this.surroundings = surroundings;
    }

    /// Makes a subscription, or changes the one of that name.
    ///
    /// @return with its key when it is new
    /// @throws Refused with a [WebhookRefusal]
    public Shown put(Caller caller, Wanted wanted) {
        if (!target.allows(wanted.url())) {
            throw new Refused(new WebhookRefusal.TargetInvalid());
        }
        Instant now = now();
        long tenant = caller.tenant().id();
        SigningKey fresh = SigningKey.draw(surroundings.random());
        Subscription one = new Subscription(
                tenant, wanted.id(), wanted.url(), wanted.events(), wanted.active(), now, now, Optional.empty());
        // Only the host: a path may hold what is the receiver's secret.
        Map<String, String> facts = Map.of(
                "host", URI.create(wanted.url()).getHost(),
                "active", Boolean.toString(wanted.active()));
        WebhookStore.Put put = store.put(one, fresh, MOST, entry(caller, "webhook.put", wanted.id(), facts, now));
        return new Shown(put.subscription(), put.made() ? Optional.of(fresh) : Optional.empty());
    }

    /// A subscription of the caller's tenant.
    ///
    /// @throws Refused with [WebhookRefusal.WebhookUnknown]
    public Subscription find(Caller caller, String id) {
        return store.find(caller.tenant().id(), id).orElseThrow(Webhooks::unknown);
    }

    /// The subscriptions of the caller's tenant, by name.
    public List<Subscription> all(Caller caller) {
        return store.of(caller.tenant().id());
    }

    /// Forgets a subscription. What is being posted just now may still arrive.
    ///
    /// @throws Refused with [WebhookRefusal.WebhookUnknown]
    public void delete(Caller caller, String id) {
        if (!store.delete(caller.tenant().id(), id, entry(caller, "webhook.deleted", id, Map.of(), now()))) {
            throw unknown();
        }
    }

    /// Gives a subscription a fresh key; the present one signs beside it for [#OVERLAP].
    ///
    /// @throws Refused with [WebhookRefusal.WebhookUnknown]
    public Shown rotate(Caller caller, String id, Optional<IdempotencyKey> idempotency) {
        Instant now = now();
        SigningKey key = store.rotate(
                        caller.tenant().id(),
                        id,
                        SigningKey.draw(surroundings.random()),
                        now.plus(OVERLAP),
                        idempotency,
                        entry(caller, "webhook.rotated", id, Map.of(), now))
                .orElseThrow(Webhooks::unknown);
        return new Shown(find(caller, id), Optional.of(key));
    }

    /// The log of a subscription's deliveries, newest first.
    ///
    /// @param before the id of the last one that was read
    /// @throws Refused with [WebhookRefusal.WebhookUnknown]
    public List<Delivery> deliveries(Caller caller, String id, Optional<String> before, int most) {
        find(caller, id);
        return store.deliveries(caller.tenant().id(), id, before, most);
    }

    /// Posts an event to a receiver again, now, and if need be for another [DeliveryPolicy#PATIENCE].
    ///
    /// @throws Refused with [WebhookRefusal.DeliveryUnknown]
    public Delivery redeliver(Caller caller, String id, Optional<IdempotencyKey> idempotency) {
        Instant now = now();
        AuditEntry entry = AuditEntry.by(caller, now, "delivery.repeated", "delivery/" + id, Map.of());
        long tenant = caller.tenant().id();
        if (!store.redeliver(tenant, id, now.plus(DeliveryPolicy.PATIENCE), idempotency, entry)) {
            throw new Refused(new WebhookRefusal.DeliveryUnknown());
        }
        return store.delivery(tenant, id).orElseThrow(() -> new Refused(new WebhookRefusal.DeliveryUnknown()));
    }

    /// The events of the caller's tenant after a number.
    public List<Event> events(Caller caller, long after, int most) {
        return events.after(caller.tenant().id(), after, most);
    }

    private static AuditEntry entry(Caller caller, String event, String id, Map<String, String> facts, Instant now) {
        return AuditEntry.by(caller, now, event, Subscription.subject(id), facts);
    }

    private static Refused unknown() {
        return new Refused(new WebhookRefusal.WebhookUnknown());
    }

    private Instant now() {
        return surroundings.clock().instant();
    }
}
