package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.audit.AuditEntry;
import dev.countersign.sts.IssuedKey;
import dev.countersign.sts.TemporaryKeyHolder;
import dev.countersign.tenant.AccessKey;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.TemporaryKey;
import dev.countersign.tenant.TemporaryKey.AssumedRole;
import dev.countersign.tenant.TenantStore.UserRecord;
import dev.countersign.totp.TotpSecret;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every store of temporary keys keeps.
public abstract class TemporaryKeyContract extends StoreContract {
    private static final Principal ALICE = new Principal(11, Given.TENANT.id(), "alice");
    private static final Bytes TOKEN = Bytes.utf8("the hash of a token");

    @Test
    void a_key_is_found_with_all_that_it_carries() {
        IssuedKey full = issued(
                "AKIDtmpA",
                new TemporaryKey(
                        clock.instant().plusSeconds(60),
                        Optional.of(new AssumedRole(4611686018427387904L, "dev-operator", "nightly")),
                        Optional.of("{\"version\":\"2.0\"}"),
                        Optional.of(clock.instant())));
        add(full);

        assertThat(installation().another().temporaryKeys().find("AKIDtmpA"))
                .contains(new TemporaryKeyHolder(full.key(), TOKEN, ALICE, Given.TENANT, full.temporary()));
    }

    @Test
    void a_key_that_carries_nothing_is_found_with_nothing() {
        IssuedKey bare = bare("AKIDtmpA");
        add(bare);

        assertThat(node().temporaryKeys().find("AKIDtmpA").map(TemporaryKeyHolder::temporary))
                .contains(bare.temporary());
        assertThat(node().temporaryKeys().find("AKIDtmpB")).isEmpty();
    }

    @Test
    void a_key_that_ended_is_still_found_so_that_its_holder_hears_of_it() {
        add(bare("AKIDtmpA"));
        later(Duration.ofHours(1));

        assertThat(node().temporaryKeys().find("AKIDtmpA")).isPresent();
    }

    @Test
    void a_key_dies_with_its_principal() {
        add(bare("AKIDtmpA"));
        node().totp().put(ALICE, TotpSecret.of("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"), clock.instant(), entry());
        node().users().delete(Given.TENANT.id(), ALICE.uin(), true, entry());

        assertThat(node().temporaryKeys().find("AKIDtmpA"))
                .as("there is no such principal")
                .isEmpty();
        node().tenants().put(user("another of that number"));
        assertThat(node().temporaryKeys().find("AKIDtmpA")).isEmpty();
        assertThat(node().totp().of(ALICE.uin())).isEmpty();
    }

    @Test
    void what_its_principal_is_now_counts_and_not_what_it_was() {
        add(bare("AKIDtmpA"));
        node().tenants().put(user("Alice"));

        assertThat(node().temporaryKeys()
                        .find("AKIDtmpA")
                        .map(holder -> holder.principal().name()))
                .contains("Alice");
    }

    private void add(IssuedKey key) {
        node().tenants().put(user("alice"));
        node().temporaryKeys().add(ALICE, key, TOKEN, entry());
    }

    private static UserRecord user(String name) {
        return new UserRecord(11, Given.TENANT.id(), name, Secret.of(""), Secret.of(""), false);
    }

    private IssuedKey bare(String id) {
        return issued(
                id,
                new TemporaryKey(
                        clock.instant().plusSeconds(60), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static IssuedKey issued(String id, TemporaryKey carried) {
        return new IssuedKey(new AccessKey(id, Secret.of("the secret of " + id)), Secret.of("a token"), carried);
    }

    private AuditEntry entry() {
        return AuditEntry.own(clock.instant(), Given.TENANT.id(), "session.opened", "uin/11", Map.of());
    }
}
