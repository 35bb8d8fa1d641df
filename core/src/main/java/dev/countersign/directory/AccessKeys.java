package dev.countersign.directory;

import dev.countersign.audit.AuditEntry;
import dev.countersign.refusal.KeyRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.tenant.AccessKey;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.TemporaryKey;
import dev.countersign.tenant.TenantStore;
import dev.countersign.value.Secret;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Makes, lists, switches and deletes the access keys of the caller's tenant: two a principal. The root's are
/// touched by the root alone.
public final class AccessKeys {
    /// How many keys a principal may have.
    public static final int MOST = 2;

    private final AccessKeyStore store;
    private final TenantStore tenants;
    private final InstantSource clock;
    private final RandomGenerator random;

    /// A key that was made, with its secret, which is shown only then.
    public record Created(IssuedKey key, Secret secret) {}

    /// @param store keeps keys
    /// @param tenants knows principals
    /// @param clock the time that keys are made at
    /// @param random draws them
    public AccessKeys(AccessKeyStore store, TenantStore tenants, InstantSource clock, RandomGenerator random) {
        this.store = store;
        this.tenants = tenants;
        this.clock = clock;
        this.random = random;
    }

    /// Makes a key.
    ///
    /// @param target whose; the caller's when empty
    /// @throws Refused with a [KeyRefusal]
    public Created create(Caller caller, Optional<Long> target, String description) {
        Principal holder = holder(caller, target);
        AccessKey drawn = AccessKey.draw(random);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        IssuedKey key = new IssuedKey(drawn.id(), holder.uin(), true, now, description);
        store.add(holder.tenant(), key, drawn.secret(), MOST, entry(caller, now, "key.created", holder, drawn.id()));
        return new Created(key, drawn.secret());
    }

    /// The keys of a principal, oldest first.
    ///
    /// @param target whose; the caller's when empty
    /// @throws Refused with a [KeyRefusal]
    public List<IssuedKey> of(Caller caller, Optional<Long> target) {
        Principal holder = holder(caller, target);
        return store.of(holder.tenant(), holder.uin());
    }

    /// Switches a key on or off.
    ///
    /// @param target whose; the caller's when empty
    /// @throws Refused with a [KeyRefusal]
    public void activate(Caller caller, Optional<Long> target, String id, boolean active) {
        Principal holder = holder(caller, target);
        requireTheirs(holder, id);
        AuditEntry entry = entry(caller, clock.instant(), active ? "key.enabled" : "key.disabled", holder, id);
        if (!store.activate(holder.tenant(), holder.uin(), id, active, entry)) {
            throw new Refused(new KeyRefusal.AccessKeyUnknown());
        }
    }

    /// Deletes a key.
    ///
    /// @param target whose; the caller's when empty
    /// @throws Refused with a [KeyRefusal]
    public void delete(Caller caller, Optional<Long> target, String id) {
        Principal holder = holder(caller, target);
        requireTheirs(holder, id);
        AuditEntry entry = entry(caller, clock.instant(), "key.deleted", holder, id);
        if (!store.delete(holder.tenant(), holder.uin(), id, entry)) {
            throw new Refused(new KeyRefusal.AccessKeyUnknown());
        }
    }

    /// Whose keys are meant. A root that assumed a role is no root while it uses it.
    private Principal holder(Caller caller, Optional<Long> target) {
        Principal holder = tenants.principal(
                        caller.tenant().id(), target.orElse(caller.principal().uin()))
                .orElseThrow(() -> new Refused(new KeyRefusal.HolderUnknown()));
        boolean root = caller.principal().isRoot()
                && caller.temporary().flatMap(TemporaryKey::role).isEmpty();
        if (holder.isRoot() && !root) {
            throw new Refused(new KeyRefusal.RootKeysUntouchable());
        }
        return holder;
    }

    private void requireTheirs(Principal holder, String id) {
        IssuedKey key =
                store.find(holder.tenant(), id).orElseThrow(() -> new Refused(new KeyRefusal.AccessKeyUnknown()));
        if (key.uin() != holder.uin()) {
            throw new Refused(new KeyRefusal.KeyOfAnother());
        }
    }

    private static AuditEntry entry(Caller caller, Instant at, String event, Principal holder, String id) {
        return AuditEntry.by(caller, at, event, AuditEntry.principal(holder.uin()), Map.of("key", id));
    }
}
