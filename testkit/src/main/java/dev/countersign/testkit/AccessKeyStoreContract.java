package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.audit.AuditEntry;
import dev.countersign.directory.AccessKeyStore;
import dev.countersign.directory.IssuedKey;
import dev.countersign.refusal.KeyRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.tenant.TenantStore.UserRecord;
import dev.countersign.value.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every store of access keys keeps: two a principal, and one that is off signs nothing.
public abstract class AccessKeyStoreContract extends StoreContract {
    private static final long TENANT = Given.TENANT.id();
    private static final long OTHER = Given.OTHER.id();
    private static final long ALICE = 100_000_000_011L;
    private static final long BOB = 100_000_000_012L;

    @BeforeEach
    void users() {
        for (long uin : List.of(ALICE, BOB)) {
            node().tenants().put(new UserRecord(uin, TENANT, "user" + uin, Secret.of(""), Secret.of(""), false));
        }
    }

    @Test
    void a_key_is_listed_without_its_secret_and_signs_with_it() {
        IssuedKey key = key("AKIDone", ALICE);
        add(key);

        assertThat(keys().of(TENANT, ALICE)).containsExactly(key);
        assertThat(keys().find(TENANT, "AKIDone")).contains(key);
        assertThat(node().tenants().accessKey("AKIDone").orElseThrow().key().secret())
                .isEqualTo(Secret.of("secret of AKIDone"));
        assertThat(node().tenants()
                        .accessKey("AKIDone")
                        .orElseThrow()
                        .principal()
                        .uin())
                .isEqualTo(ALICE);
    }

    @Test
    void a_third_key_is_refused_whether_the_others_are_on_or_off() {
        add(key("AKIDone", ALICE));
        add(key("AKIDtwo", ALICE));
        activate(ALICE, "AKIDone", false);

        assertThat(refusal(() -> {
                    add(key("AKIDthree", ALICE));
                    return true;
                }))
                .isEqualTo(new KeyRefusal.TooManyKeys(2));
        add(key("AKIDthree", BOB));
        delete(ALICE, "AKIDone");
        add(key("AKIDfour", ALICE));
        assertThat(keys().of(TENANT, ALICE)).extracting(IssuedKey::id).containsExactlyInAnyOrder("AKIDtwo", "AKIDfour");
    }

    @Test
    void of_many_at_once_two_are_made() {
        List<Boolean> made = Race.of(9, n -> {
            AccessKeyStore of = n % 2 == 0 ? keys() : installation().another().keys();
            try {
                IssuedKey key = key("AKID" + n, ALICE);
                of.add(TENANT, key, Secret.of("secret"), 2, entry());
                return true;
            } catch (Refused full) {
                assertThat(full.refusal()).isEqualTo(new KeyRefusal.TooManyKeys(2));
                return false;
            }
        });

        assertThat(made).filteredOn(yes -> yes).hasSize(2);
        assertThat(keys().of(TENANT, ALICE)).hasSize(2);
    }

    @Test
    void a_key_that_is_off_signs_nothing_at_once_and_one_that_is_on_again_does() {
        add(key("AKIDone", ALICE));
        for (int n = 0; n < 20; n++) {
            assertThat(node().tenants().accessKey("AKIDone")).isPresent();
            assertThat(activate(ALICE, "AKIDone", false)).isTrue();
            assertThat(tenantsOfTheSameProcess()).isEmpty();
            assertThat(node().tenants().disabled("AKIDone")).isTrue();
            activate(ALICE, "AKIDone", true);
            assertThat(node().tenants().disabled("AKIDone")).isFalse();
        }
        assertThat(delete(ALICE, "AKIDone")).isTrue();
        assertThat(tenantsOfTheSameProcess()).isEmpty();
        assertThat(node().tenants().disabled("AKIDone")).isFalse();
        assertThat(delete(ALICE, "AKIDone")).isFalse();
        assertThat(activate(ALICE, "AKIDone", true)).isFalse();
    }

    private java.util.Optional<?> tenantsOfTheSameProcess() {
        return node().tenants().accessKey("AKIDone");
    }

    @Test
    void neither_another_principals_nor_another_tenants_key_is_touched() {
        add(key("AKIDone", ALICE));

        assertThat(activate(BOB, "AKIDone", false)).isFalse();
        assertThat(delete(BOB, "AKIDone")).isFalse();
        assertThat(keys().find(OTHER, "AKIDone")).isEmpty();
        assertThat(keys().of(OTHER, ALICE)).isEmpty();
        assertThat(keys().activate(OTHER, ALICE, "AKIDone", false, entry())).isFalse();
        assertThat(keys().delete(OTHER, ALICE, "AKIDone", entry())).isFalse();
        assertThat(refusal(() -> {
                    keys().add(OTHER, key("AKIDtwo", ALICE), Secret.of("secret"), 2, entry());
                    return true;
                }))
                .isEqualTo(new KeyRefusal.HolderUnknown());
        assertThat(node().tenants().accessKey("AKIDone")).isPresent();
    }

    private AccessKeyStore keys() {
        return node().keys();
    }

    private void add(IssuedKey key) {
        keys().add(TENANT, key, Secret.of("secret of " + key.id()), 2, entry());
    }

    private boolean activate(long uin, String id, boolean active) {
        return keys().activate(TENANT, uin, id, active, entry());
    }

    private boolean delete(long uin, String id) {
        return keys().delete(TENANT, uin, id, entry());
    }

    private IssuedKey key(String id, long uin) {
        return new IssuedKey(id, uin, true, clock.instant(), "for the batch job");
    }

    private AuditEntry entry() {
        return AuditEntry.own(clock.instant(), TENANT, "key.changed", AuditEntry.principal(ALICE), Map.of());
    }
}
