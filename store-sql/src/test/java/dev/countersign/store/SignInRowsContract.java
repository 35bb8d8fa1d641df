package dev.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.audit.AuditEntry;
import dev.countersign.directory.User;
import dev.countersign.directory.User.Console;
import dev.countersign.directory.UserPolicy;
import dev.countersign.signin.ConsoleUser;
import dev.countersign.signin.ConsoleUserStore.Try;
import dev.countersign.signin.ConsoleUserStore.Verdict;
import dev.countersign.tenant.Bound;
import dev.countersign.testkit.Given;
import dev.countersign.testkit.Node;
import dev.countersign.verification.AttemptPolicy;
import dev.countersign.verification.VerificationPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What tries at passwords leave in the tables: as much for nobody as for somebody.
abstract class SignInRowsContract extends SqlContract {
    static final long UIN = 101_000_000_001L;
    static final long NOBODY = 85_261_230_001L;
    private static final AttemptPolicy POLICY = new AttemptPolicy(VerificationPolicy.standard());

    @BeforeEach
    void there_is_a_user() {
        User user = new User(
                UIN,
                UIN + 7,
                Given.TENANT.id(),
                "ann",
                "",
                new Console(true, true, Optional.empty()),
                Bound.NOTHING,
                clock.instant());
        AuditEntry entry =
                AuditEntry.own(clock.instant(), Given.TENANT.id(), "user.added", AuditEntry.principal(UIN), Map.of());
        node().users().add(user, Optional.of("hash"), Optional.empty(), UserPolicy.standard(), entry);
    }

    final Verdict settle(Node on, long uin, boolean right) {
        Optional<ConsoleUser> user = on.consoleUsers().find(uin);
        return on.consoleUsers()
                .settle(new Try(uin, user, right, "192.0.2.1", CALLER.request()), POLICY, clock.instant());
    }

    final Verdict settle(long uin, boolean right) {
        return settle(node(), uin, right);
    }

    /// How many entries of the audit one more try makes.
    private int audited(long uin, boolean right) {
        int before = rows("audit");
        assertThat(settle(uin, right)).isEqualTo(Verdict.REFUSED);
        return rows("audit") - before;
    }

    @Test
    void every_kind_of_no_is_one_entry_of_the_audit_and_one_row_for_each_that_was_tried() {
        assertThat(audited(NOBODY, false)).as("nobody").isOne();
        assertThat(audited(UIN, false)).as("a wrong password").isOne();
        assertThat(rows("failure_count")).isEqualTo(2);
        for (int n = 0; n < 9; n++) {
            settle(UIN, false);
            settle(NOBODY, false);
        }
        assertThat(audited(UIN, false)).as("a wait").isOne();
        assertThat(audited(UIN, true)).as("a wait, and the right password").isOne();
        assertThat(audited(NOBODY + 1, false)).as("somebody else who is nobody").isOne();
        assertThat(rows("failure_count")).isEqualTo(3);
        clock.advance(Duration.ofSeconds(30));
        assertThat(settle(UIN, true)).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void nothing_that_was_typed_in_the_place_of_a_uin_is_kept_and_its_row_goes_with_the_next_sweep() {
        settle(NOBODY, false);
        List<String> kept = transactions()
                .read(handle -> handle.createQuery(
                                "SELECT subject FROM failure_count UNION ALL SELECT subject FROM audit UNION ALL"
                                        + " SELECT facts FROM audit")
                        .mapTo(String.class)
                        .list());
        assertThat(kept).noneMatch(text -> text.contains(Long.toString(NOBODY)));
        new Retention(transactions(), audit(), Retention.Periods.standard()).sweep(clock.instant());
        assertThat(rows("failure_count")).isZero();
    }
}
