package dev.countersign.product.countersign.v1;

import dev.countersign.tenant.AccessKey;
import dev.countersign.tenant.ApiKeyHolder;
import dev.countersign.tenant.Bound;
import dev.countersign.tenant.KeyHolder;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.Tenant;
import dev.countersign.tenant.TenantStore;
import dev.countersign.value.Bytes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/// One tenant with its root and alice, and another one with its root; keys by their texts.
///
/// @param lookup hashes a key as authentication does
record OneTenant(BiFunction<String, String, Bytes> lookup) implements TenantStore {
    static final long DEV = 100000000001L;
    static final long ALICE = 100000000011L;
    static final long OTHER = 100000000002L;

    private static final Map<Long, Principal> PRINCIPALS = Map.of(
            DEV, new Principal(DEV, DEV, "dev"),
            ALICE, new Principal(ALICE, DEV, "alice"),
            OTHER, new Principal(OTHER, OTHER, "other"));
    private static final Map<String, Long> KEYS = Map.of("csk_dev", DEV, "csk_other", OTHER, "csk_narrow", DEV);

    @Override
    public Optional<KeyHolder> accessKey(String id) {
        return Optional.empty();
    }

    @Override
    public boolean disabled(String id) {
        return false;
    }

    @Override
    public Optional<ApiKeyHolder> apiKey(Bytes hash) {
        return KEYS.entrySet().stream()
                .filter(key -> lookup.apply("api-key", key.getKey()).equals(hash))
                .findFirst()
                .flatMap(key -> principal(key.getValue(), key.getValue())
                        .flatMap(root -> tenant(root.tenant())
                                .map(tenant -> new ApiKeyHolder(
                                        root,
                                        tenant,
                                        Set.of(key.getKey().equals("csk_narrow") ? "messages" : "verifications"),
                                        Optional.empty()))));
    }

    @Override
    public Optional<Principal> principal(long tenant, long uin) {
        return Optional.ofNullable(PRINCIPALS.get(uin)).filter(principal -> principal.tenant() == tenant);
    }

    @Override
    public Optional<Bound> bound(long tenant, long uin) {
        return principal(tenant, uin).map(principal -> Bound.NOTHING);
    }

    @Override
    public Optional<Tenant> tenant(long id) {
        return Optional.of(new Tenant(id, "1", "tenant", Set.of(), Optional.empty()));
    }

    @Override
    public boolean isEmpty() {
        return false;
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
