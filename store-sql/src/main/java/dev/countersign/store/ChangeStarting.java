package dev.countersign.store;

import dev.countersign.authenticator.Change;
import dev.countersign.authenticator.Change.Status;
import dev.countersign.authenticator.ChangeStore.Start;
import dev.countersign.authenticator.Possession;
import dev.countersign.refusal.AuthenticatorRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.seal.Seals;
import dev.countersign.store.database.UnitOfWork;
import dev.countersign.verification.PreparedCode;
import dev.countersign.verification.Verification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;

/// One start of a change: look again at what it goes by, issue its codes, write it, as one unit of work.
final class ChangeStarting {
    private static final String STALE = "";

    private final Seals seals;
    private final Start start;
    private final Instant now;
    private final List<Sending> sendings = new ArrayList<>();

    private record Sending(PreparedCode prepared, Issuing issuing, Tallies tallies) {}

    ChangeStarting(Seals seals, RandomGenerator random, Start start, Instant now) {
        this.seals = seals;
        this.start = start;
        this.now = now;
        for (PreparedCode one : start.codes()) {
            sendings.add(new Sending(
                    one,
                    new Issuing(
                            seals,
                            random,
                            one.demand(),
                            one.code(),
                            start.policy().numbers(),
                            one.silent(),
                            now),
                    Tallies.of(
                            one.demand(),
                            one.silent()
                                    ? Set.of()
                                    : start.policy().tallied(one.demand()).keySet(),
                            seals)));
        }
    }

    /// What this excludes other processes by.
    Set<String> keys() {
        Change change = start.change();
        Set<String> keys =
                new HashSet<>(Set.of(Lookups.keyOfPrincipal(change.principal()), Lookups.keyOfUsers(change.tenant())));
        sendings.forEach(one -> keys.addAll(one.issuing().keys(one.tallies())));
        start.idempotency().ifPresent(key -> keys.add(new Lookups(seals).keyOf(change.tenant(), key.key())));
        return keys;
    }

    UnitOfWork<Optional<Change>> unit() {
        return handle -> {
            long tenant = start.change().tenant();
            String answer = new KeptAnswers(handle, seals, tenant)
                    .once(start.idempotency(), now, () -> begin(handle).map(ChangeStarting::text), STALE);
            return answer.equals(STALE) ? Optional.empty() : told(handle, answer);
        };
    }

    private Optional<Change> begin(Handle handle) {
        Change change = start.change();
        Possession present = new PossessionTable(handle, seals)
                .of(change.tenant(), change.principal())
                .orElseThrow(() -> new Refused(new AuthenticatorRefusal.HolderUnknown()));
        if (present.old(change.to()).equals(Optional.of(change.to()))) {
            throw new Refused(new AuthenticatorRefusal.AlreadyBound());
        }
        ChangeTable table = new ChangeTable(handle, seals);
        Optional<Change> pending = table.pending(change.tenant(), change.principal(), change.kind());
        boolean again = pending.filter(same -> same.id().equals(change.id())).isPresent();
        boolean gone = !again
                && table.find(change.tenant(), change.principal(), change.id()).isPresent();
        if (gone || !present.fits(change)) {
            return Optional.empty();
        }
        pending.filter(other -> !again).ifPresent(other -> {
            new UserTable(handle).endCodes(other);
            table.end(other, Status.REPLACED, Optional.empty());
        });
        Change sent = change.until(send(handle));
        if (again) {
            table.prolong(sent);
        } else {
            table.insert(sent);
        }
        new AuditTable(handle).append(start.entry());
        return Optional.of(sent);
    }

    /// Issues the codes.
    ///
    /// @return when the first of them ends: without it the others are of no use
    private Instant send(Handle handle) {
        Instant end = start.change().expiresAt();
        for (Sending one : sendings) {
            UnitOfWork<Verification> issue = one.prepared().silent()
                    ? one.issuing().silently()
                    : one.issuing().ifQuiet(start.policy(), one.tallies());
            Instant ends = issue.perform(handle).expiresAt();
            end = ends.isBefore(end) ? ends : end;
        }
        return end;
    }

    /// What is kept of an answer, beside what never changes.
    private static String text(Change change) {
        return change.id() + " " + change.expiresAt().toEpochMilli();
    }

    /// An answer as it was given first.
    private Optional<Change> told(Handle handle, String answer) {
        String[] parts = answer.split(" ", 2);
        Change about = start.change();
        return new ChangeTable(handle, seals)
                .find(about.tenant(), about.principal(), parts[0])
                .map(change -> change.with(Status.PENDING, Optional.empty())
                        .until(Instant.ofEpochMilli(Long.parseLong(parts[1]))));
    }
}
