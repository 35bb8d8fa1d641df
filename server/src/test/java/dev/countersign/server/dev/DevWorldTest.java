package dev.countersign.server.dev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.seal.DataKeys;
import dev.countersign.seal.Seals;
import dev.countersign.tenant.KeyHolder;
import dev.countersign.tenant.TenantStore.UserRecord;
import dev.countersign.value.Secret;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DevWorldTest {
    private final Seals seals =
            new Seals(DataKeys.generate(new SecureRandom()), () -> Developer.NOW, new SecureRandom());
    private final Memory.Tenants store = new Memory.Tenants();
    private final Memory.Powers powers = new Memory.Powers();

    @ParameterizedTest
    @CsvSource({
        "AKIDdev0000000000000000000000000root, dev-root-secret-0000000000000001, 100000000001, dev, true",
        "AKIDdev000000000000000000000000alice, dev-alice-secret-000000000000011, 100000000011, dev, true",
        "AKIDdev00000000000000000000000000bob, dev-bob-secret-00000000000000012, 100000000012, dev, false",
        "AKIDdev000000000000000000000000other, dev-other-secret-000000000000002, 100000000002, other, true",
        "AKIDdev0000000000000000000000000bare, dev-bare-secret-0000000000000003, 100000000003, bare, true"
    })
    void every_key_of_the_table_signs_for_its_principal(
            String id, String secret, long uin, String tenant, boolean everything) {
        DevWorld.seed(store, powers, seals, () -> {});

        KeyHolder holder = store.accessKey(id).orElseThrow();
        assertThat(id).hasSize(36);
        assertThat(holder.key().secret().reveal()).isEqualTo(secret);
        assertThat(holder.principal().uin()).isEqualTo(uin);
        assertThat(holder.principal().isRoot() || powers.everything(uin)).isEqualTo(everything);
        assertThat(holder.tenant().name()).isEqualTo(tenant);
    }

    @Test
    void dev_and_other_have_every_product_and_bare_has_none() {
        DevWorld.seed(store, powers, seals, () -> {});

        assertThat(store.tenant(100_000_000_001L).orElseThrow().products())
                .containsExactlyInAnyOrder("intlpartnersmgt", "cam", "sts", "cams", "dypnsapi");
        assertThat(store.tenant(100_000_000_002L).orElseThrow().products()).hasSize(5);
        assertThat(store.tenant(100_000_000_003L).orElseThrow().products()).isEmpty();
    }

    @Test
    void alice_has_everything_bound_and_bob_nothing() {
        DevWorld.seed(store, powers, seals, () -> {});

        assertThat(store.users.get(100_000_000_011L))
                .isEqualTo(new UserRecord(
                        100_000_000_011L,
                        DevWorld.DEV,
                        "alice",
                        Secret.of("+852 61234567"),
                        Secret.of("alice@example.com"),
                        true));
        assertThat(store.users.get(100_000_000_012L))
                .isEqualTo(new UserRecord(100_000_000_012L, DevWorld.DEV, "bob", Secret.of(""), Secret.of(""), false));
    }

    @Test
    void our_own_api_has_a_key_for_tenant_dev() {
        DevWorld.seed(store, powers, seals, () -> {});

        assertThat(store.apiKey(seals.lookup("api-key", "csk_dev_root"))
                        .orElseThrow()
                        .principal()
                        .uin())
                .isEqualTo(DevWorld.DEV);
    }

    @Test
    void a_world_that_is_there_already_is_left_as_it_became() {
        DevWorld.seed(store, powers, seals, () -> {});
        UserRecord changed =
                new UserRecord(100_000_000_011L, DevWorld.DEV, "alicia", Secret.of(""), Secret.of(""), false);
        store.put(changed);
        powers.everything(100_000_000_011L, false);

        DevWorld.seed(store, powers, seals, () -> {});

        assertThat(store.users.get(100_000_000_011L)).isEqualTo(changed);
        assertThat(powers.everything).isEmpty();
    }

    @Test
    void a_world_of_before_there_were_roles_gets_the_operators() {
        DevWorld.seed(store, powers, seals, () -> {});
        powers.operator = false;

        DevWorld.seed(store, powers, seals, () -> {});

        assertThat(powers.operator).isTrue();
    }

    @Test
    void a_world_that_was_left_half_made_is_completed() {
        DevWorld.seed(store, powers, seals, () -> {});
        store.apiKeys.clear();
        store.users.remove(100_000_000_012L);

        DevWorld.seed(store, powers, seals, () -> {});

        assertThat(store.users).containsKey(100_000_000_012L);
        assertThat(store.apiKeys).hasSize(1);
    }

    @Test
    void the_call_answers_the_table() {
        assertThat(Developer.ok(new Developer().get("/dev/world"))).isEqualTo("""
                        {"tenants":[{"name":"dev","uin":100000000001,"accountId":"1000000000000001",\
                        "products":["cam","cams","dypnsapi","intlpartnersmgt","sts"],"spaces":["cams-dev-1"],\
                        "keys":[{"id":"AKIDdev0000000000000000000000000root",\
                        "secret":"dev-root-secret-0000000000000001"}],\
                        "users":[{"uin":100000000011,"name":"alice","phone":"85261234567","mail":"alice@example.com",\
                        "wechat":true,"policy":"everything","keys":[{"id":"AKIDdev000000000000000000000000alice",\
                        "secret":"dev-alice-secret-000000000000011"}]},\
                        {"uin":100000000012,"name":"bob","phone":null,"mail":null,"wechat":false,"policy":"none",\
                        "keys":[{"id":"AKIDdev00000000000000000000000000bob",\
                        "secret":"dev-bob-secret-00000000000000012"}]}],\
                        "roles":[{"name":"dev-operator","assumedBy":["alice"]}],\
                        "customPage":"/dev/custom?token={MFAToken}","apiKey":"csk_dev_root"},\
                        {"name":"other","uin":100000000002,"accountId":"1000000000000002",\
                        "products":["cam","cams","dypnsapi","intlpartnersmgt","sts"],"spaces":["cams-other-1"],\
                        "keys":[{"id":"AKIDdev000000000000000000000000other",\
                        "secret":"dev-other-secret-000000000000002"}],"users":[]},\
                        {"name":"bare","uin":100000000003,"accountId":"1000000000000003","products":[],"spaces":[],\
                        "keys":[{"id":"AKIDdev0000000000000000000000000bare",\
                        "secret":"dev-bare-secret-0000000000000003"}],"users":[]}],"apiKey":"csk_dev_root"}""");
    }
}
