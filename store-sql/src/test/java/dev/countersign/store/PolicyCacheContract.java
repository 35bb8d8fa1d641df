package dev.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.audit.AuditEntry;
import dev.countersign.policy.Attachment;
import dev.countersign.policy.Holder;
import dev.countersign.policy.Policy;
import dev.countersign.testkit.Given;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How long what somebody may do is remembered, and what the audit hears of a change.
abstract class PolicyCacheContract extends SqlContract {
    private static final long USER = 100_000_000_011L;
    private static final long TENANT = Given.TENANT.id();

    @Test
    @Timeout(30)
    void a_change_made_elsewhere_is_seen_in_the_end() {
        SqlPolicyStore here = store();
        SqlPolicyStore elsewhere = store();
        assertThat(here.ofUser(TENANT, USER)).isEmpty();
        attach(elsewhere);

        while (here.ofUser(TENANT, USER).isEmpty()) {
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(here.ofUser(TENANT, USER)).hasSize(1);
    }

    @Test
    void what_is_forgotten_is_read_again() {
        SqlPolicyStore here = store();
        assertThat(here.ofUser(TENANT, USER)).isEmpty();
        attach(store());
        here.forgetCached();

        assertThat(here.ofUser(TENANT, USER)).hasSize(1);
    }

    @Test
    void a_change_and_its_row_are_one_and_no_change_has_none() {
        SqlPolicyStore here = store();
        int before = rows("audit");
        attach(here);
        attach(here);
        assertThat(rows("audit")).isEqualTo(before + 1);
        here.detach(TENANT, new Holder.OfUser(USER), Policy.ADMINISTRATOR, entry());
        here.detach(TENANT, new Holder.OfUser(USER), Policy.ADMINISTRATOR, entry());
        assertThat(rows("audit")).isEqualTo(before + 2);
    }

    private void attach(SqlPolicyStore store) {
        store.attach(
                TENANT,
                new Holder.OfUser(USER),
                new Attachment(Policy.administrator(), new Attachment.Origin(clock.instant(), 0, false)),
                200,
                entry());
    }

    private AuditEntry entry() {
        return AuditEntry.own(clock.instant(), TENANT, "policy.attached", "uin/" + USER, Map.of());
    }

    private SqlPolicyStore store() {
        return new SqlPolicyStore(transactions());
    }
}
