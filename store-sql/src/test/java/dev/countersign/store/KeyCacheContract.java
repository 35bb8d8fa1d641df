package dev.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.tenant.AccessKey;
import dev.countersign.tenant.TenantStore.UserRecord;
import dev.countersign.testkit.Given;
import dev.countersign.value.Secret;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How long an access key is remembered.
abstract class KeyCacheContract extends SqlContract {
    private static final long USER = 100_000_000_011L;
    private static final AccessKey KEY = new AccessKey("AKIDuser", Secret.of("secret"));

    @Test
    @Timeout(30)
    void a_change_made_elsewhere_is_seen_in_the_end() {
        SqlTenantStore here = store();
        SqlTenantStore elsewhere = store();
        here.put(user("before"));
        here.addAccessKey(USER, KEY);
        assertThat(name(here)).contains("before");
        elsewhere.put(user("after"));

        while (!name(here).equals(Optional.of("after"))) {
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(name(here)).contains("after");
    }

    @Test
    void a_key_that_was_unknown_is_known_as_soon_as_it_is_added_elsewhere() {
        SqlTenantStore here = store();
        SqlTenantStore elsewhere = store();
        elsewhere.put(user("before"));
        assertThat(here.accessKey(KEY.id())).isEmpty();
        elsewhere.addAccessKey(USER, KEY);

        assertThat(here.accessKey(KEY.id())).isPresent();
    }

    @Test
    void what_is_forgotten_is_read_again() {
        SqlTenantStore here = store();
        here.put(user("before"));
        here.addAccessKey(USER, KEY);
        assertThat(name(here)).contains("before");
        store().put(user("after"));
        here.forgetCached();

        assertThat(name(here)).contains("after");
    }

    @Test
    void a_key_that_is_not_active_signs_nothing() {
        SqlTenantStore here = store();
        here.put(user("before"));
        here.addAccessKey(USER, KEY);
        transactions().write(handle -> handle.execute("UPDATE access_key SET active = 0"));

        assertThat(here.accessKey(KEY.id())).isEmpty();
    }

    private SqlTenantStore store() {
        return new SqlTenantStore(transactions(), seals(), clock);
    }

    private static Optional<String> name(SqlTenantStore store) {
        return store.accessKey(KEY.id()).map(holder -> holder.principal().name());
    }

    private static UserRecord user(String name) {
        return new UserRecord(USER, Given.TENANT.id(), name, Secret.of(""), Secret.of(""), false);
    }
}
