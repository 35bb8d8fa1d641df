package dev.countersign.store;

import dev.countersign.audit.AuditEntry;
import dev.countersign.authenticator.AuthenticatorKind;
import dev.countersign.authenticator.CodeOutcome;
import dev.countersign.authenticator.CodeOutcome.NotAccepted;
import dev.countersign.authenticator.EnrolmentCodeStore.Try;
import dev.countersign.seal.Seals;
import dev.countersign.store.database.UnitOfWork;
import dev.countersign.value.Bytes;
import dev.countersign.verification.AttemptPolicy;
import dev.countersign.verification.CallerRecord;
import dev.countersign.verification.FailureCount;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// One try at giving a code that an administrator made: compare, count and use up as one unit of work.
final class EnrolmentAttempting {
    private static final String AUTHENTICATOR = AuthenticatorKind.ENROLMENT.word();

    private final Try given;
    private final AttemptPolicy policy;
    private final Instant now;
    private final Bytes hash;
    private final String subject;

    EnrolmentAttempting(Seals seals, Try given, AttemptPolicy policy, Instant now) {
        this.given = given;
        this.policy = policy;
        this.now = now;
        this.hash = new Lookups(seals).enrolment(given.principal().uin(), given.code());
        this.subject = Lookups.principalFailures(given.principal().uin(), AUTHENTICATOR);
    }

    /// What this excludes other processes by.
    Set<String> keys() {
        return Set.of(
                Lookups.keyOfPrincipal(given.principal().uin()),
                Lookups.keyOfCaller(given.caller().principal().uin()));
    }

    UnitOfWork<CodeOutcome> unit() {
        return handle -> {
            AttemptRecords records = new AttemptRecords(handle);
            FailureCount failures = records.failures(subject);
            CallerRecord caller = records.caller(callerUin());
            Optional<EnrolmentCodeTable.Live> live = new EnrolmentCodeTable(handle)
                    .live(given.principal().tenant(), given.principal().uin(), now);
            if (live.isEmpty() || failures.holdsBack(now) || caller.holdsBack(now)) {
                return NotAccepted.NOT_COMPARED;
            }
            boolean right =
                    MessageDigest.isEqual(hash.toArray(), live.get().hash().toArray());
            CallerRecord compared = policy.compared(caller, right, now);
            records.keep(callerUin(), compared, now);
            return right
                    ? accept(handle)
                    : charge(
                            handle,
                            live.get().triesLeft() - 1,
                            failures,
                            compared.waitUntil().isPresent());
        };
    }

    private CodeOutcome accept(Handle handle) {
        new EnrolmentCodeTable(handle).end(given.principal().uin());
        new AttemptRecords(handle).forget(subject);
        audit(handle, "code.accepted");
        return new CodeOutcome.Accepted();
    }

    private CodeOutcome charge(Handle handle, int left, FailureCount failures, boolean sprayed) {
        new EnrolmentCodeTable(handle).charge(given.principal().uin(), left);
        FailureCount after = policy.failed(failures, true, now);
        new AttemptRecords(handle).keep(subject, false, after);
        audit(handle, "code.refused");
        if (after.disabled()) {
            audit(handle, "authenticator.disabled");
        }
        return new NotAccepted(Math.max(0, left), sprayed, after.disabled());
    }

    private void audit(Handle handle, String event) {
        new AuditTable(handle)
                .append(AuditEntry.by(
                        given.caller(),
                        now,
                        event,
                        AuditEntry.principal(given.principal().uin()),
                        Map.of("authenticator", AUTHENTICATOR)));
    }

    private long callerUin() {
        return given.caller().principal().uin();
    }
}
