package dev.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.audit.AuditEntry;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.testkit.Given;
import dev.countersign.testkit.Race;
import dev.countersign.value.Bytes;
import dev.countersign.verification.Binding;
import dev.countersign.verification.VerificationPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The audit: what is written to it, and that nothing is changed, taken out, put in or cut off unnoticed.
abstract class AuditContract extends SqlContract {
    private static final Binding BINDING = Given.registration(Given.phone(1));

    @Test
    void an_untouched_audit_is_sound() {
        assertThat(verify()).isEqualTo(new AuditVerdict.Sound(0, 0));
        append(3);
        assertThat(verify()).isEqualTo(new AuditVerdict.Sound(3, 3));
    }

    @Test
    void entries_of_one_commit_share_a_link() {
        transactions().write(handle -> {
            AuditTable table = new AuditTable(handle);
            table.append(entry(1));
            table.append(entry(2));
            return true;
        });
        assertThat(verify()).isEqualTo(new AuditVerdict.Sound(1, 2));
    }

    @Test
    void what_is_taken_back_leaves_no_entry() {
        assertThatThrownBy(() -> transactions().write(handle -> {
                    new AuditTable(handle).append(entry(1));
                    throw new Refused(new CallRefusal.IdempotencyKeyReused());
                }))
                .isInstanceOf(Refused.class);
        assertThat(rows("audit")).isZero();
        assertThat(verify()).isEqualTo(new AuditVerdict.Sound(0, 0));
    }

    @Test
    void two_processes_write_one_chain() {
        SqlAuditLog here = audit();
        SqlAuditLog there = new SqlAuditLog(sql().databases().getLast().transactions(), sql().chain());
        Race.of(40, runner -> {
            (runner % 2 == 0 ? here : there).append(entry(runner));
            return true;
        });
        assertThat(verify())
                .isInstanceOfSatisfying(
                        AuditVerdict.Sound.class,
                        sound -> assertThat(sound.entries()).isEqualTo(40));
    }

    @Test
    void every_change_to_an_entry_is_found() {
        append(5);
        for (String change : List.of(
                "at = at + 1",
                "tenant = tenant + 1",
                "actor = actor + 1",
                "key_id = 'AKIDother'",
                "source = '198.51.100.1'",
                "request = 'other'",
                "event = 'other.done'",
                "subject = 'uin/1'",
                "facts = 'n=other'")) {
            String column = change.substring(0, change.indexOf(' '));
            tamper("CREATE TABLE kept AS SELECT seq, " + column + " FROM audit");
            tamper("UPDATE audit SET " + change + " WHERE seq = (SELECT MIN(seq) + 2 FROM audit)");
            assertThat(broken()).as(change).contains("was changed after it was written");
            tamper("UPDATE audit SET " + column + " = (SELECT k." + column + " FROM kept k WHERE k.seq = audit.seq)");
            tamper("DROP TABLE kept");
            assertThat(verify()).isInstanceOf(AuditVerdict.Sound.class);
        }
    }

    @Test
    void a_missing_entry_is_found() {
        append(5);
        tamper("DELETE FROM audit WHERE link = 3");
        assertThat(broken()).isEqualTo("link 3 held 1 entries and holds 0");
    }

    @Test
    void a_missing_link_is_found() {
        append(5);
        tamper("DELETE FROM audit WHERE link = 3");
        tamper("DELETE FROM audit_link WHERE number = 3");
        assertThat(broken()).isEqualTo("link 3 is missing");
        tamper("UPDATE audit SET link = link - 1 WHERE link > 3");
        tamper("UPDATE audit_link SET number = 3 WHERE number = 4");
        tamper("UPDATE audit_link SET number = 4 WHERE number = 5");
        assertThat(broken()).isEqualTo("link 3 does not follow from what is before it");
    }

    @Test
    void an_entry_that_was_put_in_is_found() {
        append(2);
        tamper("INSERT INTO audit (at, tenant, actor, key_id, source, request, event, subject, facts, link)"
                + " SELECT at, tenant, actor, key_id, source, request, event, 'uin/9', facts, 7 FROM audit"
                + " WHERE link = 1");
        assertThat(broken()).isEqualTo("1 entries stand in no link");
    }

    @Test
    void an_end_that_was_cut_off_is_found_by_a_checkpoint() {
        append(3);
        AuditCheckpoint early = audit().checkpoint(clock.instant()).orElseThrow();
        append(2);
        AuditCheckpoint late = audit().checkpoint(clock.instant()).orElseThrow();
        assertThat(verifier().verify(List.of(early, late))).isEqualTo(new AuditVerdict.Sound(5, 5));

        tamper("DELETE FROM audit WHERE link > 3");
        tamper("DELETE FROM audit_link WHERE number > 3");
        assertThat(verifier().verify(List.of(early))).isEqualTo(new AuditVerdict.Sound(3, 3));
        assertThat(broken(early, late)).contains("knows link 5").contains("cut off");
        append(2);
        assertThat(broken(late)).contains("knows link 5");
    }

    @Test
    void a_checkpoint_of_somebody_else_is_found() {
        append(1);
        AuditCheckpoint ours = audit().checkpoint(clock.instant()).orElseThrow();
        AuditCheckpoint forged = new AuditCheckpoint(ours.link(), ours.at().plusMillis(1), ours.hash(), ours.seal());
        assertThat(broken(forged)).contains("was not made by this installation");
    }

    @Test
    void what_is_purged_by_age_leaves_a_sound_chain_that_can_not_be_shortened_further() {
        append(4);
        later(Duration.ofDays(2));
        append(2);

        assertThat(audit().purge(clock.instant().minus(Duration.ofDays(1)), 3)).isEqualTo(3);
        assertThat(audit().purge(clock.instant().minus(Duration.ofDays(1)), 3)).isEqualTo(1);
        assertThat(verify()).isEqualTo(new AuditVerdict.Sound(2, 2));
        append(1);
        assertThat(verify()).isEqualTo(new AuditVerdict.Sound(3, 3));
        tamper("UPDATE setting SET value = REPLACE(value, '4 ', '5 ') WHERE name = 'audit-floor'");
        assertThatThrownBy(this::verify).hasMessageContaining("floor");
    }

    @Test
    void the_last_link_is_never_purged() {
        append(1);
        later(Duration.ofDays(2));
        assertThat(audit().purge(clock.instant(), 100)).isZero();
        append(1);
        assertThat(audit().purge(clock.instant().plusSeconds(1), 100)).isEqualTo(1);
        append(1);
        assertThat(verify()).isEqualTo(new AuditVerdict.Sound(2, 2));
    }

    @Test
    void every_outcome_of_a_code_is_an_entry() {
        make(BINDING, code(1), VerificationPolicy.standard());
        redeem(BINDING, WRONG);
        match(BINDING, code(1));
        redeem(BINDING, code(1));
        make(BINDING, code(2), VerificationPolicy.standard());
        later(VerificationPolicy.standard().lifetime());
        new Retention(transactions(), audit(), Retention.Periods.standard()).sweep(clock.instant());

        List<AuditRow> rows = audit().entries(Optional.empty(), 0, 100);
        assertThat(rows.stream().map(AuditRow::event)).containsExactly("code.refused", "code.accepted", "code.expired");
        AuditRow refused = rows.getFirst();
        assertThat(refused.actor()).isEqualTo(CALLER.principal().uin());
        assertThat(refused.key()).isEqualTo(CALLER.key());
        assertThat(refused.source()).isEqualTo(CALLER.source());
        assertThat(refused.request()).isEqualTo(CALLER.request().text());
        assertThat(refused.named()).containsEntry("tries-left", "4").containsEntry("to", "+852******01");
        assertThat(verify()).isInstanceOf(AuditVerdict.Sound.class);
    }

    @Test
    void entries_are_read_by_tenant_and_in_pages() {
        audit().append(entry(1));
        audit().append(AuditEntry.own(clock.instant(), Given.OTHER.id(), "thing.done", "x", Map.of()));
        audit().append(entry(2));

        List<AuditRow> first = audit().entries(Optional.of(Given.TENANT.id()), 0, 1);
        assertThat(first)
                .singleElement()
                .satisfies(row -> assertThat(row.facts()).isEqualTo("n=1"));
        assertThat(audit().entries(
                                Optional.of(Given.TENANT.id()), first.getFirst().seq(), 10))
                .singleElement()
                .satisfies(row -> assertThat(row.facts()).isEqualTo("n=2"));
        assertThat(audit().entries(Optional.empty(), 0, 10)).hasSize(3);
    }

    @Test
    void another_key_makes_another_chain() {
        append(1);
        AuditChain other = new AuditChain(Bytes.of(new byte[32]));
        assertThat(new AuditVerifier(transactions(), other).verify(List.of())).isInstanceOf(AuditVerdict.Broken.class);
    }

    private AuditEntry entry(int n) {
        return AuditEntry.by(
                CALLER, clock.instant(), "thing.done", AuditEntry.principal(n), Map.of("n", Integer.toString(n)));
    }

    private void append(int times) {
        for (int n = 1; n <= times; n++) {
            audit().append(entry(n));
        }
    }

    private AuditVerifier verifier() {
        return new AuditVerifier(transactions(), sql().chain());
    }

    private AuditVerdict verify() {
        return verifier().verify(List.of());
    }

    private String broken(AuditCheckpoint... checkpoints) {
        AuditVerdict verdict = verifier().verify(List.of(checkpoints));
        assertThat(verdict).isInstanceOf(AuditVerdict.Broken.class);
        return ((AuditVerdict.Broken) verdict).where();
    }

    private void tamper(String sql) {
        transactions().alone(handle -> handle.execute(sql));
    }
}
