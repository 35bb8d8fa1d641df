package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.tenant.AccessKey;
import dev.countersign.tenant.ApiKeyHolder;
import dev.countersign.tenant.KeyHolder;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.Tenant;
import dev.countersign.tenant.TenantStore;
import dev.countersign.tenant.TenantStore.UserRecord;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every store of tenants keeps.
public abstract class TenantStoreContract extends StoreContract {
    private static final long ALICE = 100_000_000_011L;
    private static final AccessKey KEY = new AccessKey("AKIDalice", Secret.of("a secret that signs"));

    @Test
    void a_tenant_is_read_back_with_its_root() {
        assertThat(tenants().tenant(Given.TENANT.id())).contains(Given.TENANT);
        Optional<Principal> root = tenants().principal(Given.TENANT.id(), Given.TENANT.id());
        assertThat(root).contains(new Principal(Given.TENANT.id(), Given.TENANT.id(), Given.TENANT.name()));
        assertThat(root.orElseThrow().isRoot()).isTrue();
        assertThat(tenants().isEmpty()).isFalse();
        assertThat(tenants().tenant(5)).isEmpty();
    }

    @Test
    void a_tenant_that_is_there_is_not_changed_by_adding_it_again() {
        Tenant changed = new Tenant(Given.TENANT.id(), "1", "changed", Set.of(), Optional.empty());
        tenants().add(changed);

        assertThat(tenants().tenant(Given.TENANT.id())).contains(Given.TENANT);
    }

    @Test
    void a_partners_tenant_remembers_its_partner_and_products() {
        Tenant child = new Tenant(77, "0000000000000077", "", Set.of("cam", "cams"), Optional.of(Given.TENANT.id()));
        tenants().add(child);

        assertThat(tenants().tenant(77)).contains(child);
    }

    @Test
    void a_user_is_put_and_changed_but_never_another_tenants() {
        assertThat(tenants().put(user(Given.TENANT.id(), "alice"))).isTrue();
        assertThat(tenants().put(user(Given.TENANT.id(), "Alice"))).isTrue();
        assertThat(tenants().put(user(Given.OTHER.id(), "mallory"))).isFalse();

        assertThat(tenants().principal(Given.TENANT.id(), ALICE))
                .contains(new Principal(ALICE, Given.TENANT.id(), "Alice"));
        assertThat(tenants().principal(Given.OTHER.id(), ALICE)).isEmpty();
    }

    @Test
    void an_access_key_is_found_with_whom_it_signs_for() {
        tenants().put(user(Given.TENANT.id(), "alice"));
        tenants().addAccessKey(ALICE, KEY);
        tenants().addAccessKey(ALICE, new AccessKey(KEY.id(), Secret.of("another")));

        KeyHolder holder = tenants().accessKey(KEY.id()).orElseThrow();
        assertThat(holder.key()).isEqualTo(KEY);
        assertThat(holder.principal()).isEqualTo(new Principal(ALICE, Given.TENANT.id(), "alice"));
        assertThat(holder.tenant()).isEqualTo(Given.TENANT);
    }

    @Test
    void an_id_that_no_key_can_have_is_unknown_like_any_other() {
        for (String id : List.of("", "AKID\u0000", "AKID\uFFFF", "AKID'--", "AKID" + "x".repeat(1_000_000))) {
            assertThat(tenants().accessKey(id)).isEmpty();
        }
    }

    @Test
    void a_change_of_its_own_is_seen_at_once() {
        assertThat(tenants().accessKey(KEY.id())).isEmpty();
        tenants().put(user(Given.TENANT.id(), "alice"));
        tenants().addAccessKey(ALICE, KEY);
        for (int n = 0; n < 50; n++) {
            String name = "alice" + n;
            tenants().put(user(Given.TENANT.id(), name));
            assertThat(tenants().accessKey(KEY.id()).orElseThrow().principal().name())
                    .isEqualTo(name);
        }
    }

    @Test
    void an_api_key_is_found_by_its_hash_alone() {
        Bytes hash = Bytes.utf8("a keyed hash");
        tenants().addApiKey(hash, Given.TENANT.id(), Set.of("verifications", "messages"));
        tenants().addApiKey(hash, Given.OTHER.id(), Set.of("*"));

        ApiKeyHolder holder = tenants().apiKey(hash).orElseThrow();
        assertThat(holder.tenant()).isEqualTo(Given.TENANT);
        assertThat(holder.allows("messages", clock.instant())).isTrue();
        assertThat(holder.allows("audit", clock.instant())).isFalse();
        assertThat(holder.expiresAt()).isEmpty();
        assertThat(tenants().apiKey(Bytes.utf8("another"))).isEmpty();
    }

    @Test
    void adding_at_the_same_time_adds_once() {
        List<Boolean> done = Race.of(20, n -> {
            TenantStore of = n % 2 == 0 ? tenants() : installation().another().tenants();
            of.add(Given.tenant(99));
            return of.put(user(99, "alice"));
        });

        assertThat(done).containsOnly(true);
        assertThat(tenants().principal(99, ALICE)).isPresent();
    }

    private TenantStore tenants() {
        return node().tenants();
    }

    private static UserRecord user(long tenant, String name) {
        return new UserRecord(ALICE, tenant, name, Secret.of("+852 61234567"), Secret.of("alice@example.com"), true);
    }
}
