package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.audit.AuditEntry;
import dev.countersign.directory.User;
import dev.countersign.directory.User.Console;
import dev.countersign.directory.UserPolicy;
import dev.countersign.signin.ConsoleUser;
import dev.countersign.signin.ConsoleUserStore.Try;
import dev.countersign.signin.ConsoleUserStore.Verdict;
import dev.countersign.tenant.Bound;
import dev.countersign.tenant.Principal;
import dev.countersign.value.Secret;
import dev.countersign.verification.AttemptPolicy;
import dev.countersign.verification.VerificationPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every store keeps of signing in: wrong passwords are counted exactly, and waits hold for the right one, too.
public abstract class ConsoleUserContract extends StoreContract {
    private static final long TENANT = Given.TENANT.id();
    private static final long UIN = 101_000_000_001L;
    private static final Secret HASH = Secret.of("$argon2id$v=19$m=1,t=1,p=1$c2FsdA$aGFzaA");
    private static final AttemptPolicy POLICY = new AttemptPolicy(VerificationPolicy.standard());

    @BeforeEach
    void there_is_a_user() {
        add(UIN, Optional.of(HASH.reveal()));
    }

    private void add(long uin, Optional<String> hash) {
        User user = new User(
                uin,
                uin + 7,
                TENANT,
                "user" + uin,
                "",
                new Console(hash.isPresent(), true, Optional.empty()),
                Bound.NOTHING,
                clock.instant());
        AuditEntry entry = AuditEntry.own(clock.instant(), TENANT, "user.added", AuditEntry.principal(uin), Map.of());
        assertThat(node().users().add(user, hash, Optional.empty(), UserPolicy.standard(), entry))
                .isTrue();
    }

    private Optional<ConsoleUser> user() {
        return node().consoleUsers().find(UIN);
    }

    private Verdict settle(Node on, Optional<ConsoleUser> user, boolean right) {
        long uin = user.map(one -> one.principal().uin()).orElse(UIN + 5);
        Try given = new Try(uin, user, right, "192.0.2.1", CALLER.request());
        return on.consoleUsers().settle(given, POLICY, clock.instant());
    }

    private Verdict settle(boolean right) {
        return settle(node(), user(), right);
    }

    @Test
    void a_user_is_found_with_the_hash_of_its_password_and_a_root_is_not() {
        assertThat(user()).contains(new ConsoleUser(new Principal(UIN, TENANT, "user" + UIN), true, true, HASH));
        assertThat(node().consoleUsers().find(TENANT)).isEmpty();
        assertThat(node().consoleUsers().find(5)).isEmpty();
        add(UIN + 1, Optional.empty());
        assertThat(node().consoleUsers().find(UIN + 1))
                .contains(new ConsoleUser(
                        new Principal(UIN + 1, TENANT, "user" + (UIN + 1)), false, true, Secret.of("")));
    }

    @Test
    void from_the_tenth_wrong_one_on_nothing_counts_for_a_while_and_a_success_resets_that() {
        for (int n = 0; n < 10; n++) {
            assertThat(settle(false)).isEqualTo(Verdict.REFUSED);
        }
        assertThat(settle(true)).isEqualTo(Verdict.REFUSED);
        clock.advance(Duration.ofSeconds(30));
        assertThat(settle(true)).isEqualTo(Verdict.ACCEPTED);
        for (int n = 0; n < 9; n++) {
            settle(false);
        }
        assertThat(settle(true)).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void of_many_wrong_ones_at_one_instant_ten_count() {
        Race.of(40, n -> settle(n % 2 == 0 ? node() : installation().another(), user(), false));
        clock.advance(Duration.ofSeconds(29));
        assertThat(settle(true)).as("the first wait").isEqualTo(Verdict.REFUSED);
        clock.advance(Duration.ofSeconds(1));
        assertThat(settle(false)).as("the eleventh").isEqualTo(Verdict.REFUSED);
        clock.advance(Duration.ofSeconds(59));
        assertThat(settle(true)).as("the second wait").isEqualTo(Verdict.REFUSED);
        clock.advance(Duration.ofSeconds(1));
        assertThat(settle(true)).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void the_hundredth_in_a_row_needs_a_person() {
        Verdict last = Verdict.REFUSED;
        for (int n = 0; n < 100; n++) {
            last = settle(false);
            clock.advance(Duration.ofHours(1));
        }
        assertThat(last).isEqualTo(Verdict.DISABLED);
        clock.advance(Duration.ofDays(365));
        assertThat(settle(true)).isEqualTo(Verdict.REFUSED);
        AuditEntry entry = AuditEntry.own(clock.instant(), 0, "authenticator.unlocked", "", Map.of());
        assertThat(node().verifications().unlock(UIN, "password", entry)).isTrue();
        assertThat(settle(true)).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void tries_of_nobody_are_refused_and_hold_nobody_back() {
        for (int n = 0; n < 200; n++) {
            assertThat(settle(node(), Optional.empty(), true)).isEqualTo(Verdict.REFUSED);
        }
        assertThat(settle(true)).isEqualTo(Verdict.ACCEPTED);
    }

    private AuditEntry replaced() {
        return AuditEntry.own(clock.instant(), TENANT, "password.replaced", AuditEntry.principal(UIN), Map.of());
    }

    @Test
    void a_password_is_replaced_with_its_audit_entry_and_need_not_be_any_more() {
        ConsoleUser before = user().orElseThrow();
        Secret other = Secret.of("$argon2id$v=19$m=1,t=1,p=1$c2FsdA$b3RoZXI");
        assertThat(node().consoleUsers().replace(before, other.reveal(), replaced()))
                .isTrue();
        assertThat(user()).contains(new ConsoleUser(before.principal(), true, false, other));
        assertThat(node().consoleUsers().replace(before, "late", replaced()))
                .as("it was known by another")
                .isFalse();
        assertThat(user().orElseThrow().passwordHash()).isEqualTo(other);
    }

    @Test
    void of_many_who_replace_one_password_at_once_one_does() {
        ConsoleUser before = user().orElseThrow();
        List<Boolean> replaced = Race.of(
                20,
                n -> (n % 2 == 0 ? node() : installation().another())
                        .consoleUsers()
                        .replace(before, "hash" + n, replaced()));
        assertThat(replaced).containsOnlyOnce(true);
        assertThat(user().orElseThrow().passwordHash()).isEqualTo(Secret.of("hash" + replaced.indexOf(true)));
    }

    @Test
    void who_was_barred_from_consoles_or_is_gone_replaces_nothing() {
        add(UIN + 2, Optional.empty());
        ConsoleUser barred = new ConsoleUser(new Principal(UIN + 2, TENANT, "x"), true, true, HASH);
        ConsoleUser gone = new ConsoleUser(new Principal(UIN + 3, TENANT, "x"), true, true, HASH);
        ConsoleUser elsewhere = new ConsoleUser(new Principal(UIN, TENANT + 1, "x"), true, true, HASH);
        for (ConsoleUser one : List.of(barred, gone, elsewhere)) {
            assertThat(node().consoleUsers().replace(one, "hash", replaced())).isFalse();
        }
        assertThat(user().orElseThrow().passwordHash()).isEqualTo(HASH);
    }
}
