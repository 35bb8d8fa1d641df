package dev.countersign.store;

import dev.countersign.refusal.Refused;
import dev.countersign.seal.Seals;
import dev.countersign.store.database.UnitOfWork;
import dev.countersign.value.Bytes;
import dev.countersign.value.Uuids;
import dev.countersign.verification.Binding;
import dev.countersign.verification.Code;
import dev.countersign.verification.Demand;
import dev.countersign.verification.SendDecision;
import dev.countersign.verification.SendHistory;
import dev.countersign.verification.SendHistory.LiveCode;
import dev.countersign.verification.SendHistory.PastSend;
import dev.countersign.verification.SendPolicy;
import dev.countersign.verification.Verification;
import dev.countersign.verification.Verification.Status;
import dev.countersign.verification.VerificationPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;

/// One issue, prepared outside of the writer (all that needs a cipher) and done inside: read the past, let
/// the policy decide, write the verification with its message.
final class Issuing {
    private final Seals seals;
    private final Demand demand;
    private final Instant now;
    private final String messageId;
    private final Bytes binding;
    private final Bytes destination;
    private final VerificationRow fresh;

    /// @param silent whether no message is sent for it
    Issuing(
            Seals seals,
            RandomGenerator random,
            Demand demand,
            Code code,
            VerificationPolicy policy,
            boolean silent,
            Instant now) {
        this.seals = seals;
        this.demand = demand;
        this.now = now;
        Lookups lookups = new Lookups(seals);
        Binding to = demand.binding();
        this.binding = lookups.binding(to);
        this.destination = lookups.destination(to.destination());
        this.messageId = Uuids.timed(now, random).toString();
        String id = Uuids.timed(now, random).toString();
        this.fresh = new VerificationRow(
                id,
                to.tenant(),
                to.purpose().name(),
                seals.seal(
                        VerificationRow.placeOfDestination(to.tenant(), id),
                        to.destination().canonical()),
                to.principal(),
                to.operation(),
                demand.channel().word(),
                demand.locale(),
                Status.PENDING,
                Optional.of(seals.seal(
                        VerificationRow.placeOfCode(to.tenant(), id),
                        code.secret().reveal())),
                silent,
                now,
                now.plus(demand.lifetime(policy)),
                policy.tries(),
                Optional.of(demand.details())
                        .filter(text -> !text.isEmpty())
                        .map(text -> seals.seal(VerificationRow.placeOfDetails(to.tenant(), id), text)));
    }

    /// What this excludes other processes by.
    Set<String> keys(Tallies tallies) {
        Lookups lookups = new Lookups(seals);
        Set<String> keys = new HashSet<>(lookups.keys(demand.binding()));
        keys.addAll(tallies.keys());
        demand.idempotency()
                .ifPresent(key -> keys.add(lookups.keyOf(demand.binding().tenant(), key.key())));
        return keys;
    }

    /// Sends if the policy lets it.
    UnitOfWork<Verification> ifQuiet(SendPolicy policy, Tallies tallies) {
        return handle -> once(handle, () -> {
            VerificationTable table = new VerificationTable(handle);
            List<VerificationRow> live = table.live(binding, now);
            Verification sent = switch (policy.decide(demand, history(handle, tallies, live), now)) {
                case SendDecision.Refuse refuse -> throw new Refused(refuse.refusal());
                case SendDecision.Resend resend -> again(table, live, resend.verificationId());
                case SendDecision.Fresh how -> anew(table, how);
            };
            // A code that was known beforehand ends when the number is a test number no more.
            live.stream().filter(VerificationRow::silent).forEach(row -> table.end(row.id(), Status.REPLACED));
            new SendLedger(handle).add(messageId, sent.id(), demand, destination, now);
            tallies.add(handle, now);
            return sent;
        });
    }

    /// Makes the verification, and ends the binding's earlier ones; sends nothing.
    UnitOfWork<Verification> silently() {
        return handle -> once(handle, () -> {
            VerificationTable table = new VerificationTable(handle);
            table.live(binding, now).forEach(row -> table.end(row.id(), Status.REPLACED));
            table.insert(fresh, binding, demand.binding().destination().masked());
            return fresh.verification(demand.binding());
        });
    }

    private interface Answering {
        Verification answer();
    }

    private Verification once(Handle handle, Answering work) {
        if (demand.idempotency().isEmpty()) {
            return work.answer();
        }
        FirstAnswers answers = new FirstAnswers(handle, seals, demand.binding().tenant());
        return answers.replay(demand.idempotency().get(), now).orElseGet(() -> {
            Verification first = work.answer();
            answers.keep(demand.idempotency().get(), first, now);
            return first;
        });
    }

    private SendHistory history(Handle handle, Tallies tallies, List<VerificationRow> live) {
        List<PastSend> toDestination = new ArrayList<>();
        List<PastSend> ofPrincipal = new ArrayList<>();
        boolean known = demand.binding().principal().isPresent();
        for (SendLedger.Entry entry : new SendLedger(handle).counting(demand.binding(), destination, now)) {
            if (entry.destination().equals(destination)) {
                toDestination.add(entry.send());
            }
            if (known) {
                ofPrincipal.add(entry.send());
            }
        }
        List<LiveCode> codes = live.stream()
                .filter(row -> !row.silent())
                .map(row -> new LiveCode(row.id(), row.createdAt(), row.expiresAt()))
                .toList();
        return new SendHistory(toDestination, ofPrincipal, tallies.read(handle, now), codes);
    }

    private Verification again(VerificationTable table, List<VerificationRow> live, String id) {
        table.travels(id, demand.channel().word(), demand.locale());
        Verification sent = live.stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow()
                .verification(demand.binding());
        return new Verification(
                sent.id(),
                sent.binding(),
                demand.channel(),
                demand.locale(),
                sent.status(),
                sent.createdAt(),
                sent.expiresAt(),
                sent.triesLeft());
    }

    private Verification anew(VerificationTable table, SendDecision.Fresh how) {
        how.replaced().forEach(id -> table.end(id, Status.REPLACED));
        how.shortened().forEach(id -> table.shorten(id, how.shortenedTo()));
        table.insert(fresh, binding, demand.binding().destination().masked());
        return fresh.verification(demand.binding());
    }
}
