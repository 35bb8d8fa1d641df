package dev.countersign.gateway;

import dev.countersign.tenant.AccessKey;
import dev.countersign.tenant.ApiKeyHolder;
import dev.countersign.tenant.Bound;
import dev.countersign.tenant.KeyHolder;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.Tenant;
import dev.countersign.tenant.TenantStore;
import dev.countersign.value.Bytes;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tenants and keys that a test wrote down.
public final class FixedTenants implements TenantStore {
    private final Map<String, KeyHolder> accessKeys = new HashMap<>();
    private final Map<Bytes, ApiKeyHolder> apiKeys = new HashMap<>();
    private final Set<String> disabled = new HashSet<>();

    /// Adds an access key.
    public void signing(AccessKey key, Principal principal, Tenant tenant) {
        accessKeys.put(key.id(), new KeyHolder(key, principal, tenant));
    }

    /// Adds a bearer key.
    public void bearer(
            Bytes hash, Principal principal, Tenant tenant, Set<String> scopes, Optional<Instant> expiresAt) {
        apiKeys.put(hash, new ApiKeyHolder(principal, tenant, scopes, expiresAt));
    }

    @Override
    public Optional<KeyHolder> accessKey(String id) {
        return Optional.ofNullable(accessKeys.get(id));
    }

    /// Switches an access key off.
    public void disable(String id) {
        accessKeys.remove(id);
        disabled.add(id);
    }

    @Override
    public boolean disabled(String id) {
        return disabled.contains(id);
    }

    @Override
    public Optional<ApiKeyHolder> apiKey(Bytes hash) {
        return Optional.ofNullable(apiKeys.get(hash));
    }

    @Override
    public Optional<Principal> principal(long tenant, long uin) {
        return apiKeys.values().stream()
                .map(ApiKeyHolder::principal)
                .filter(principal -> principal.uin() == uin && principal.tenant() == tenant)
                .findFirst();
    }

    @Override
    public Optional<Bound> bound(long tenant, long uin) {
        return principal(tenant, uin).map(principal -> Bound.NOTHING);
    }

    @Override
    public Optional<Tenant> tenant(long id) {
        return apiKeys.values().stream()
                .map(ApiKeyHolder::tenant)
                .filter(tenant -> tenant.id() == id)
                .findFirst();
    }

    @Override
    public boolean isEmpty() {
        return apiKeys.isEmpty() && accessKeys.isEmpty();
    }

    @Override
    public void add(Tenant tenant) {
        throw new UnsupportedOperationException("these tenants are fixed");
    }

    @Override
    public boolean put(UserRecord user) {
        throw new UnsupportedOperationException("these tenants are fixed");
    }

    @Override
    public void addAccessKey(long uin, AccessKey key) {
        throw new UnsupportedOperationException("these tenants are fixed");
    }

    @Override
    public void addApiKey(Bytes hash, long uin, Set<String> scopes) {
        throw new UnsupportedOperationException("these tenants are fixed");
    }
}
