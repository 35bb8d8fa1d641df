package dev.countersign.store;

import dev.countersign.seal.Seals;
import dev.countersign.store.database.UnitOfWork;
import dev.countersign.totp.TotpAttempt;
import dev.countersign.totp.TotpDevices;
import dev.countersign.totp.TotpResult;
import dev.countersign.totp.TotpSecret;
import dev.countersign.value.Bytes;
import dev.countersign.verification.AttemptPolicy;
import dev.countersign.verification.CallerRecord;
import dev.countersign.verification.FailureCount;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// One try at giving a device's code: compare, count, and move the last step on, as one unit of work.
final class TotpAttempting {
    private final Seals seals;
    private final TotpAttempt attempt;
    private final AttemptPolicy policy;
    private final Instant now;
    private final String subject;

    TotpAttempting(Seals seals, TotpAttempt attempt, AttemptPolicy policy, Instant now) {
        this.seals = seals;
        this.attempt = attempt;
        this.policy = policy;
        this.now = now;
        this.subject = Lookups.principalFailures(attempt.principal().uin(), TotpDevices.AUTHENTICATOR);
    }

    /// What the code is compared with.
    ///
    /// @param lastStep the last step that was accepted of this secret
    private record Compared(TotpSecret secret, long lastStep) {}

    /// What this excludes other processes by.
    Set<String> keys() {
        return Set.of(
                Lookups.keyOfPrincipal(attempt.principal().uin()),
                Lookups.keyOfCaller(attempt.caller().principal().uin()));
    }

    /// Checks a code of the active device.
    UnitOfWork<TotpResult> check() {
        return handle -> {
            TotpTable table = new TotpTable(handle);
            Optional<Compared> active = table.find(attempt.principal())
                    .flatMap(row -> row.secret()
                            .map(kept -> new Compared(
                                    TotpTable.open(seals, attempt.principal(), "secret", kept), row.lastStep())));
            return settle(handle, active, (secret, step) -> {
                if (!table.moveOn(attempt.principal().uin(), step)) {
                    throw new IllegalStateException("a step was accepted within the unit that found it new");
                }
            });
        };
    }

    /// Checks the first code of a device, and makes it active.
    UnitOfWork<TotpResult> confirm() {
        return handle -> {
            TotpTable table = new TotpTable(handle);
            Optional<Compared> pending = table.find(attempt.principal())
                    .filter(row -> row.pendingUntil().filter(now::isBefore).isPresent())
                    .flatMap(TotpTable.Row::pending)
                    .map(kept -> new Compared(TotpTable.open(seals, attempt.principal(), "pending", kept), -1));
            return settle(handle, pending, (secret, step) -> {
                Bytes active = TotpTable.seal(seals, attempt.principal(), "secret", secret);
                table.activate(attempt.principal(), active, now, step);
                new AuditTable(handle).append(attempt.entry("authenticator.enrolled", now));
            });
        };
    }

    /// What an accepted code changes.
    @FunctionalInterface
    private interface Acceptance {
        void of(TotpSecret secret, long step);
    }

    private TotpResult settle(Handle handle, Optional<Compared> with, Acceptance acceptance) {
        AttemptRecords records = new AttemptRecords(handle);
        FailureCount failures = records.failures(subject);
        CallerRecord caller = records.caller(attempt.caller().principal().uin());
        if (failures.holdsBack(now) || caller.holdsBack(now)) {
            return new TotpResult.NotCompared();
        }
        return with.filter(compared -> TotpSecret.live(now, compared.lastStep()))
                .map(compared -> compare(handle, compared, failures, caller, acceptance))
                .orElseGet(TotpResult.NotCompared::new);
    }

    private TotpResult compare(
            Handle handle, Compared with, FailureCount failures, CallerRecord caller, Acceptance acceptance) {
        AttemptRecords records = new AttemptRecords(handle);
        AuditTable audit = new AuditTable(handle);
        OptionalLong step = with.secret().accepts(attempt.given().secret().reveal(), now, with.lastStep());
        CallerRecord compared = policy.compared(caller, step.isPresent(), now);
        records.keep(attempt.caller().principal().uin(), compared, now);
        if (step.isPresent()) {
            records.forget(subject);
            audit.append(attempt.entry("code.accepted", now));
            acceptance.of(with.secret(), step.getAsLong());
            return new TotpResult.Accepted();
        }
        FailureCount after = policy.failed(failures, true, now);
        records.keep(subject, false, after);
        audit.append(attempt.entry("code.refused", now));
        if (after.disabled()) {
            audit.append(attempt.entry("authenticator.disabled", now));
        }
        return new TotpResult.Wrong(compared.waitUntil().isPresent(), after.disabled());
    }
}
