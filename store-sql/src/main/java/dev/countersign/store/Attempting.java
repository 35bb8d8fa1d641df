package dev.countersign.store;

import dev.countersign.audit.AuditEntry;
import dev.countersign.seal.Seals;
import dev.countersign.store.database.UnitOfWork;
import dev.countersign.value.Bytes;
import dev.countersign.verification.Attempt;
import dev.countersign.verification.AttemptPolicy;
import dev.countersign.verification.AttemptResult;
import dev.countersign.verification.Binding;
import dev.countersign.verification.CallerRecord;
import dev.countersign.verification.FailureCount;
import dev.countersign.verification.Verification;
import dev.countersign.verification.Verification.Status;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// One attempt: compare, count and redeem as one unit of work.
final class Attempting {
    private final Seals seals;
    private final Attempt attempt;
    private final Binding binding;
    private final AttemptPolicy policy;
    private final Instant now;
    private final Bytes bound;
    private final String subject;

    /// @param binding what the attempt's target is bound to
    Attempting(Seals seals, Attempt attempt, Binding binding, AttemptPolicy policy, Instant now) {
        this.seals = seals;
        this.attempt = attempt;
        this.binding = binding;
        this.policy = policy;
        this.now = now;
        Lookups lookups = new Lookups(seals);
        this.bound = lookups.binding(binding);
        this.subject = lookups.failures(binding);
    }

    /// What this excludes other processes by.
    Set<String> keys() {
        Lookups lookups = new Lookups(seals);
        Set<String> keys = new HashSet<>(lookups.keys(binding));
        keys.add(Lookups.keyOfCaller(callerUin()));
        attempt.idempotency().ifPresent(key -> keys.add(lookups.keyOf(binding.tenant(), key.key())));
        return keys;
    }

    UnitOfWork<AttemptResult> unit() {
        return handle -> {
            FirstAnswers answers = new FirstAnswers(handle, seals, binding.tenant());
            Optional<Verification> first = attempt.idempotency().flatMap(key -> answers.replay(key, now));
            if (first.isPresent()) {
                return new AttemptResult.Accepted(first.get());
            }
            AttemptResult result = settle(handle);
            if (result instanceof AttemptResult.Accepted accepted) {
                attempt.idempotency().ifPresent(key -> answers.keep(key, accepted.verification(), now));
            }
            return result;
        };
    }

    /// Uses up what this attempt has matched before, within the same unit of work.
    void useUp(Handle handle, String verification) {
        VerificationRow row = new VerificationTable(handle)
                .live(bound, now).stream()
                        .filter(one -> one.id().equals(verification))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("a code ended within the unit that matched it"));
        used(handle, row);
    }

    private AttemptResult settle(Handle handle) {
        List<VerificationRow> live = new VerificationTable(handle).live(bound, now);
        if (live.isEmpty() || !named(live)) {
            return new AttemptResult.NotAccepted(0, false, false);
        }
        AttemptRecords records = new AttemptRecords(handle);
        FailureCount failures = records.failures(subject);
        CallerRecord caller = records.caller(callerUin());
        if (failures.holdsBack(now) || caller.holdsBack(now)) {
            return new AttemptResult.NotAccepted(triesLeft(live, 0), false, false);
        }
        Optional<VerificationRow> right = matching(live);
        CallerRecord compared = policy.compared(caller, right.isPresent(), now);
        records.keep(callerUin(), compared, now);
        return right.map(row -> accept(handle, row)).orElseGet(() -> charge(handle, live, failures, compared));
    }

    /// A verification that was named by its id must itself be live: then the others count as well.
    private boolean named(List<VerificationRow> live) {
        return switch (attempt.target()) {
            case Attempt.Target.Bound all -> true;
            case Attempt.Target.Named one ->
                live.stream().anyMatch(row -> row.id().equals(one.id()));
        };
    }

    /// Compares with every live code, whichever fits, so that the time tells nothing.
    private Optional<VerificationRow> matching(List<VerificationRow> live) {
        Optional<VerificationRow> right = Optional.empty();
        for (VerificationRow row : live) {
            if (row.matches(attempt.given(), seals) && right.isEmpty()) {
                right = Optional.of(row);
            }
        }
        return right;
    }

    private AttemptResult accept(Handle handle, VerificationRow row) {
        if (!attempt.redeem()) {
            return new AttemptResult.Accepted(row.verification(binding));
        }
        used(handle, row);
        return new AttemptResult.Accepted(row.with(Status.REDEEMED).verification(binding));
    }

    private void used(Handle handle, VerificationRow row) {
        if (!new VerificationTable(handle).redeem(row.id(), bound, now)) {
            throw new IllegalStateException("a live code could not be redeemed in the step that found it");
        }
        new AttemptRecords(handle).forget(subject);
        audit(handle, "code.accepted", row, Map.of());
    }

    private AttemptResult charge(
            Handle handle, List<VerificationRow> live, FailureCount failures, CallerRecord compared) {
        VerificationTable table = new VerificationTable(handle);
        live.forEach(row -> {
            table.charge(row, now);
            audit(handle, "code.refused", row, Map.of("tries-left", Integer.toString(row.triesLeft() - 1)));
        });
        boolean withPrincipal = binding.principal().isPresent();
        FailureCount after = policy.failed(failures, withPrincipal, now);
        new AttemptRecords(handle).keep(subject, !withPrincipal, after);
        if (after.disabled() && !failures.disabled()) {
            binding.principal()
                    .ifPresent(uin -> new AuditTable(handle)
                            .append(AuditEntry.by(
                                    attempt.caller(),
                                    now,
                                    "authenticator.disabled",
                                    AuditEntry.principal(uin),
                                    Map.of("authenticator", binding.authenticator()))));
        }
        return new AttemptResult.NotAccepted(
                triesLeft(live, 1), compared.waitUntil().isPresent(), after.disabled() && !failures.disabled());
    }

    private long callerUin() {
        return attempt.caller().principal().uin();
    }

    private void audit(Handle handle, String event, VerificationRow row, Map<String, String> more) {
        Map<String, String> facts = new HashMap<>(more);
        facts.put("purpose", row.purpose());
        facts.put("to", binding.destination().masked());
        new AuditTable(handle).append(AuditEntry.by(attempt.caller(), now, event, "verification/" + row.id(), facts));
    }

    private static int triesLeft(List<VerificationRow> live, int charged) {
        return live.stream()
                .mapToInt(row -> Math.max(0, row.triesLeft() - charged))
                .max()
                .orElse(0);
    }
}
