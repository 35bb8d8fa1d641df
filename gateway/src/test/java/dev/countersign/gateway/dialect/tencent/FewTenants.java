package dev.countersign.gateway.dialect.tencent;

import dev.countersign.tenant.AccessKey;
import dev.countersign.tenant.ApiKeyHolder;
import dev.countersign.tenant.Bound;
import dev.countersign.tenant.KeyHolder;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.Tenant;
import dev.countersign.tenant.TenantStore;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tenants in a map: a root that may do everything, a user that may do nothing, and a tenant without
/// subscription.
final class FewTenants implements TenantStore {
    static final String POWERLESS = "AKIDpowerless";
    static final String UNSUBSCRIBED = "AKIDunsubscribed";

    private final Map<String, KeyHolder> keys = new HashMap<>();
    private final Map<Long, Tenant> tenants = new HashMap<>();
    private final Map<Long, Principal> principals = new HashMap<>();

    FewTenants() {
        add(new Tenant(100_000_000_001L, "1", "dev", Set.of("greetings"), Optional.empty()));
        add(new Tenant(100_000_000_003L, "3", "bare", Set.of(), Optional.empty()));
        put(new UserRecord(12, 100_000_000_001L, "bob", Secret.of(""), Secret.of(""), false));
        addAccessKey(100_000_000_001L, new AccessKey(Calls.KEY, Secret.of(Calls.SECRET)));
        addAccessKey(100_000_000_003L, new AccessKey(UNSUBSCRIBED, Secret.of(Calls.SECRET)));
        addAccessKey(12, new AccessKey(POWERLESS, Secret.of(Calls.SECRET)));
    }

    @Override
    public Optional<KeyHolder> accessKey(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    @Override
    public boolean disabled(String id) {
        return false;
    }

    @Override
    public Optional<ApiKeyHolder> apiKey(Bytes hash) {
        return Optional.empty();
    }

    @Override
    public Optional<Principal> principal(long tenant, long uin) {
        return Optional.ofNullable(principals.get(uin)).filter(principal -> principal.tenant() == tenant);
    }

    @Override
    public Optional<Bound> bound(long tenant, long uin) {
        return principal(tenant, uin).map(principal -> Bound.NOTHING);
    }

    @Override
    public Optional<Tenant> tenant(long id) {
        return Optional.ofNullable(tenants.get(id));
    }

    @Override
    public boolean isEmpty() {
        return tenants.isEmpty();
    }

    @Override
    public void add(Tenant tenant) {
        tenants.putIfAbsent(tenant.id(), tenant);
        principals.putIfAbsent(tenant.id(), new Principal(tenant.id(), tenant.id(), tenant.name()));
    }

    @Override
    public boolean put(UserRecord user) {
        Principal known = principals.get(user.uin());
        if (known != null && known.tenant() != user.tenant()) {
            return false;
        }
        principals.put(user.uin(), new Principal(user.uin(), user.tenant(), user.name()));
        return true;
    }

    @Override
    public void addAccessKey(long uin, AccessKey key) {
        Principal principal = principals.get(uin);
        Tenant tenant = principal == null ? null : tenants.get(principal.tenant());
        if (principal != null && tenant != null) {
            keys.putIfAbsent(key.id(), new KeyHolder(key, principal, tenant));
        }
    }

    @Override
    public void addApiKey(Bytes hash, long uin, Set<String> scopes) {
        throw new UnsupportedOperationException("this wire has no bearer keys");
    }
}
