package dev.countersign.server.dev;

import dev.countersign.audit.AuditEntry;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.migration.Space;
import dev.countersign.migration.SpaceStore;
import dev.countersign.protection.TenantRules;
import dev.countersign.protection.TenantRulesStore;
import dev.countersign.seal.Seals;
import dev.countersign.tenant.AccessKey;
import dev.countersign.tenant.Tenant;
import dev.countersign.tenant.TenantStore;
import dev.countersign.tenant.TenantStore.UserRecord;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The world that `countersign dev` makes in an empty data directory: always the same tenants, users and keys,
/// so that a test can name them. Its secrets are public; that is why `serve` refuses such a directory.
public final class DevWorld {
    /// The UIN of tenant `dev`, to which everything that a developer adds belongs.
    public static final long DEV = 100_000_000_001L;

    /// The key of our own API for tenant `dev`.
    public static final String API_KEY = "csk_dev_root";

    /// Where a custom challenge of tenant `dev` sends the browser.
    public static final String CUSTOM_PAGE = "/dev/custom?token={MFAToken}";

    /// The business account that is bound to the space of tenant `dev`.
    public static final String WABA = "100000000000001";

    /// The role that alice may assume.
    public static final String OPERATOR = "dev-operator";

    private static final String EVERY_SCOPE = "*";

    private DevWorld() {}

    /// A tenant with everything that belongs to it.
    ///
    /// @param tenant the tenant
    /// @param rootKey signs for its root
    /// @param spaces the ids of its spaces
    /// @param users its users
    public record Household(Tenant tenant, AccessKey rootKey, List<String> spaces, List<Inhabitant> users) {}

    /// A user with its key.
    ///
    /// @param everything whether it may do everything; it may do nothing otherwise
    public record Inhabitant(UserRecord user, AccessKey key, boolean everything) {}

    /// The tenants of this world.
    public static List<Household> households() {
        return List.of(
                new Household(
                        tenant(DEV, "1000000000000001", "dev", Tenant.ALL_PRODUCTS),
                        key("AKIDdev0000000000000000000000000root", "dev-root-secret-0000000000000001"),
                        List.of("cams-dev-1"),
                        List.of(alice(), bob())),
                new Household(
                        tenant(100_000_000_002L, "1000000000000002", "other", Tenant.ALL_PRODUCTS),
                        key("AKIDdev000000000000000000000000other", "dev-other-secret-000000000000002"),
                        List.of("cams-other-1"),
                        List.of()),
                new Household(
                        tenant(100_000_000_003L, "1000000000000003", "bare", Set.of()),
                        key("AKIDdev0000000000000000000000000bare", "dev-bare-secret-0000000000000003"),
                        List.of(),
                        List.of()));
    }

    private static Inhabitant alice() {
        return new Inhabitant(
                new UserRecord(
                        100_000_000_011L,
                        DEV,
                        "alice",
                        Secret.of(new PhoneNumber("852", "61234567").canonical()),
                        Secret.of(new MailAddress("alice@example.com").canonical()),
                        true),
                key("AKIDdev000000000000000000000000alice", "dev-alice-secret-000000000000011"),
                true);
    }

    private static Inhabitant bob() {
        return new Inhabitant(
                new UserRecord(100_000_000_012L, DEV, "bob", Secret.of(""), Secret.of(""), false),
                key("AKIDdev00000000000000000000000000bob", "dev-bob-secret-00000000000000012"),
                false);
    }

    private static Tenant tenant(long id, String accountId, String name, Set<String> products) {
        return new Tenant(id, accountId, name, products, Optional.empty());
    }

    private static AccessKey key(String id, String secret) {
        return new AccessKey(id, Secret.of(secret));
    }

    /// Makes this world, unless the store has it already. The last piece of each part tells, so that a start that
    /// was killed half way is completed by the next, and a world of an earlier version gets what it lacks.
    ///
    /// @param store an empty store, or one that this world was made in
    /// @param permissions what its users may do
    /// @param seals hashes the key of our own API
    /// @param furniture makes what its tenants have besides, as [#rules]
    public static void seed(TenantStore store, Permissions permissions, Seals seals, Runnable furniture) {
        Bytes lastPiece = seals.lookup("api-key", API_KEY);
        if (store.apiKey(lastPiece).isEmpty()) {
            people(store, permissions, furniture, lastPiece);
        }
        permissions.operator();
    }

    private static void people(TenantStore store, Permissions permissions, Runnable furniture, Bytes lastPiece) {
        for (Household household : households()) {
            store.add(household.tenant());
            store.addAccessKey(household.tenant().id(), household.rootKey());
            for (Inhabitant one : household.users()) {
                store.put(one.user());
                permissions.everything(one.user().uin(), one.everything());
                store.addAccessKey(one.user().uin(), one.key());
            }
        }
        furniture.run();
        store.addApiKey(lastPiece, DEV, Set.of(EVERY_SCOPE));
    }

    /// Makes the spaces of its tenants, unless they are there. That of tenant `dev` has a business account.
    ///
    /// @param store keeps spaces
    /// @param now when they are made
    public static void spaces(SpaceStore store, Instant now) {
        for (Household household : households()) {
            long tenant = household.tenant().id();
            Optional<String> waba = tenant == DEV ? Optional.of(WABA) : Optional.empty();
            household.spaces().forEach(id -> store.add(new Space(id, tenant, waba), now));
        }
    }

    /// Makes the rules of tenant `dev`: its custom page is this server's own.
    ///
    /// @param store keeps rules
    /// @param now when they are made
    public static void rules(TenantRulesStore store, Instant now) {
        store.put(
                DEV,
                new TenantRules(false, false, false, Optional.of(CUSTOM_PAGE), List.of()),
                AuditEntry.own(now, DEV, "rules.replaced", "tenant/" + DEV, Map.of("custom-page", CUSTOM_PAGE)));
    }
}
