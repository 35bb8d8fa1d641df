package dev.countersign.store;

import dev.countersign.authenticator.Change;
import dev.countersign.authenticator.Change.Status;
import dev.countersign.authenticator.ChangeStore.Confirming;
import dev.countersign.authenticator.ChangeStore.Given;
import dev.countersign.authenticator.CodeOutcome;
import dev.countersign.authenticator.CodeOutcome.NotAccepted;
import dev.countersign.authenticator.ConfirmOutcome;
import dev.countersign.authenticator.ConfirmOutcome.CodeRefused;
import dev.countersign.authenticator.ConfirmOutcome.Confirmed;
import dev.countersign.authenticator.ConfirmOutcome.CurrentRefused;
import dev.countersign.authenticator.ConfirmOutcome.Ended;
import dev.countersign.authenticator.Current;
import dev.countersign.authenticator.Possession;
import dev.countersign.destination.Destination;
import dev.countersign.seal.Seals;
import dev.countersign.store.database.UnitOfWork;
import dev.countersign.tenant.Principal;
import dev.countersign.totp.TotpAttempt;
import dev.countersign.verification.Attempt;
import dev.countersign.verification.AttemptResult;
import dev.countersign.verification.Code;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;

/// One try at confirming a change, as one unit of work: the code to the new number or address is compared and
/// stays good, then the current factor is compared and used up, then the code is. So at most one failure
/// comes of a try.
final class ChangeConfirming {
    private final Seals seals;
    private final Change change;
    private final Given given;
    private final Confirming how;
    private final Instant now;
    private final Attempting fresh;

    ChangeConfirming(Seals seals, Change change, Given given, Confirming how, Instant now) {
        this.seals = seals;
        this.change = change;
        this.given = given;
        this.how = how;
        this.now = now;
        this.fresh = attempting(change.to(), given.code(), false);
    }

    private Attempting attempting(Destination to, Code code, boolean redeem) {
        Attempt attempt =
                new Attempt(new Attempt.Target.Bound(change.binding(to)), code, how.caller(), redeem, Optional.empty());
        return new Attempting(seals, attempt, change.binding(to), how.policy(), now);
    }

    /// What this excludes other processes by.
    Set<String> keys() {
        Set<String> keys = new HashSet<>(fresh.keys());
        keys.add(Lookups.keyOfUsers(change.tenant()));
        keys.add(Lookups.keyOfPrincipal(change.principal()));
        change.current().ifPresent(current -> {
            switch (current) {
                case Current.Device device -> {}
                case Current.Sent sent -> keys.addAll(new Lookups(seals).keys(change.binding(sent.to())));
            }
        });
        given.idempotency().ifPresent(key -> keys.add(new Lookups(seals).keyOf(change.tenant(), key.key())));
        return keys;
    }

    /// @param random draws the id of a notice
    UnitOfWork<ConfirmOutcome> unit(RandomGenerator random) {
        return handle -> {
            KeptAnswers answers = new KeptAnswers(handle, seals, change.tenant());
            ChangeTable table = new ChangeTable(handle, seals);
            if (given.idempotency().flatMap(key -> answers.replay(key, now)).isPresent()) {
                return new Confirmed(found(table).orElse(change));
            }
            Optional<Ended> ended = ended(handle, table);
            if (ended.isPresent()) {
                return ended.get();
            }
            return switch (fresh.unit().perform(handle)) {
                case AttemptResult.Accepted right ->
                    shown(handle, right.verification().id(), random);
                case AttemptResult.NotAccepted not ->
                    new CodeRefused(new NotAccepted(not.triesLeft(), not.sprayed(), not.disabled()));
                case AttemptResult.Unknown unknown -> new CodeRefused(NotAccepted.NOT_COMPARED);
            };
        };
    }

    private Optional<Change> found(ChangeTable table) {
        return table.find(change.tenant(), change.principal(), change.id());
    }

    private Optional<Ended> ended(Handle handle, ChangeTable table) {
        Status status = found(table).map(present -> present.at(now).status()).orElse(Status.REPLACED);
        if (status != Status.PENDING) {
            return Optional.of(new Ended(status));
        }
        Optional<Possession> present = new PossessionTable(handle, seals).of(change.tenant(), change.principal());
        if (present.filter(now -> now.fits(change)).isPresent()) {
            return Optional.empty();
        }
        new UserTable(handle).endCodes(change);
        table.end(change, Status.REPLACED, Optional.empty());
        return Optional.of(new Ended(Status.REPLACED));
    }

    private ConfirmOutcome shown(Handle handle, String verification, RandomGenerator random) {
        return switch (current(handle)) {
            case CodeOutcome.Accepted accepted -> {
                fresh.useUp(handle, verification);
                yield make(handle, random);
            }
            case NotAccepted not -> new CurrentRefused(not);
        };
    }

    private CodeOutcome current(Handle handle) {
        if (change.current().isEmpty()) {
            return new CodeOutcome.Accepted();
        }
        if (given.current().isEmpty()) {
            return NotAccepted.NOT_COMPARED;
        }
        Code code = given.current().get();
        return switch (change.current().get()) {
            case Current.Device device -> {
                Principal principal = new TenantTables(handle)
                        .principal(change.principal())
                        .orElseThrow(() -> new IllegalStateException("a principal went within the unit that found it"));
                TotpAttempt attempt = new TotpAttempt(how.caller(), principal, code);
                yield Outcomes.of(new TotpAttempting(seals, attempt, how.policy(), now)
                        .check()
                        .perform(handle));
            }
            case Current.Sent sent ->
                Outcomes.of(attempting(sent.to(), code, true).unit().perform(handle));
        };
    }

    private ConfirmOutcome make(Handle handle, RandomGenerator random) {
        Optional<Instant> until = new Rebinding(handle, seals, random).bind(change, how, now);
        ChangeTable table = new ChangeTable(handle, seals);
        table.end(change, Status.CONFIRMED, until);
        if (change.old().isPresent()) {
            table.replace(change.principal());
        }
        new AuditTable(handle).append(how.entry());
        given.idempotency()
                .ifPresent(key -> new KeptAnswers(handle, seals, change.tenant())
                        .once(Optional.of(key), now, () -> Optional.of(change.id()), ""));
        return new Confirmed(change.with(Status.CONFIRMED, until));
    }
}
