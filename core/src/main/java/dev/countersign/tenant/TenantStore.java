package dev.countersign.tenant;

import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.util.Optional;
import java.util.Set;

/// Keeps tenants, principals and keys.
public interface TenantStore {
    /// The active access key of this id with whom it signs for. A change made elsewhere is seen within a second.
    Optional<KeyHolder> accessKey(String id);

    /// Whether an access key of this id exists, and was switched off. Asked only about ids that sign nothing.
    boolean disabled(String id);

    /// The bearer key whose keyed hash this is.
    Optional<ApiKeyHolder> apiKey(Bytes hash);

    /// A principal of a tenant.
    Optional<Principal> principal(long tenant, long uin);

    /// What is bound to a principal of a tenant; empty when the tenant has no such principal.
    Optional<Bound> bound(long tenant, long uin);

    /// A tenant.
    Optional<Tenant> tenant(long id);

    /// Whether there is any tenant at all.
    boolean isEmpty();

    /// Adds a tenant and its root principal; does nothing when it is there already.
    void add(Tenant tenant);

    /// Adds a user, or changes the one of that UIN.
    ///
    /// @return false when the UIN belongs to another tenant
    boolean put(UserRecord user);

    /// Adds an access key; does nothing when its id is there already.
    void addAccessKey(long uin, AccessKey key);

    /// Adds a bearer key of our own API under its keyed hash; does nothing when it is there already.
    void addApiKey(Bytes hash, long uin, Set<String> scopes);

    /// A user as an administrator writes it.
    ///
    /// @param phone the canonical form of a bound number; empty for none
    /// @param mail the canonical form of a bound address; empty for none
    record UserRecord(long uin, long tenant, String name, Secret phone, Secret mail, boolean wechatBound) {}
}
