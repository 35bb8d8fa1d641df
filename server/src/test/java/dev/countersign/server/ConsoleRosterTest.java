package dev.countersign.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.audit.AuditEntry;
import dev.countersign.protection.Choice;
import dev.countersign.protection.Method;
import dev.countersign.protection.ProtectionChange;
import dev.countersign.protection.Protections;
import dev.countersign.protection.TenantRules;
import dev.countersign.signin.ConsoleUserStore.Try;
import dev.countersign.store.SqlConsoleUserStore;
import dev.countersign.value.RequestId;
import dev.countersign.verification.AttemptPolicy;
import dev.countersign.verification.VerificationPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a start says of those who have a role in the console.
final class ConsoleRosterTest {
    @TempDir
    static Path directory;

    private static ServedConsole console;

    @BeforeAll
    static void start() {
        console = new ServedConsole(directory);
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    /// What the tenant demands of all of its people at a login.
    private static void force(boolean login) {
        console.storage
                .rules()
                .put(
                        console.tenant(),
                        new TenantRules(false, login, false, Optional.empty(), List.of()),
                        AuditEntry.own(
                                console.clock.instant(), console.tenant(), "tenant-rules.changed", "", Map.of()));
    }

    @Test
    void an_operator_is_told_of_roles_that_open_nothing_or_too_easily() {
        console.cam("UpdateUser", "{\"Name\":\"keyless\",\"ConsoleLogin\":0}");
        new Protections(console.storage.protections(), console.storage.tenants(), console.clock, false)
                .place(
                        console.tenant(),
                        console.uin("operator"),
                        ProtectionChange.of(Choice.of(Method.CUSTOM), Choice.keep()));
        lockOut(console.uin("reset"));
        List<Long> owners = List.of(console.tenant(), 7L);
        List<Long> auditors = List.of(console.uin("auditor"));
        List<String> warnings = about(console.restarted(owners, auditors));
        assertThat(warnings)
                .anyMatch(line -> line.startsWith("console.owners: 7 is no user"))
                .anyMatch(line -> line.startsWith("console.owners: " + console.tenant() + " is no user")
                        && line.contains("a root has keys and no password"))
                .anyMatch(line -> line.startsWith("console.operators: " + console.uin("keyless") + " may not log in"))
                .anyMatch(line -> line.startsWith(
                        "console.operators: " + console.uin("reset") + " was given too many wrong passwords"))
                .anyMatch(line -> line.startsWith(
                        "console.operators: " + console.uin("operator") + " can't sign in: Custom is demanded"))
                .anyMatch(line ->
                        line.startsWith("console.auditors: " + console.uin("auditor") + " signs in with a password"))
                .hasSize(6);
        force(true);
        assertThat(about(console.restarted(owners, auditors)))
                .as("a code to the bound number is forced")
                .noneMatch(line -> line.startsWith("console.auditors"))
                .hasSize(5);
    }

    private static List<String> about(List<String> warnings) {
        return warnings.stream().filter(line -> line.startsWith("console.")).toList();
    }

    /// A hundred wrong passwords in a row.
    private static void lockOut(long uin) {
        SqlConsoleUserStore users =
                new SqlConsoleUserStore(console.storage.database().transactions(), console.storage.seals());
        AttemptPolicy policy = new AttemptPolicy(VerificationPolicy.standard());
        for (int n = 0; n < 100; n++) {
            users.settle(
                    new Try(uin, users.find(uin), false, "192.0.2.1", new RequestId("r" + n)),
                    policy,
                    console.clock.instant().plus(Duration.ofHours(n)));
        }
    }
}
