package dev.countersign.store;

import dev.countersign.audit.AuditEntry;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.migration.NumberMove;
import dev.countersign.migration.NumberPolicy;
import dev.countersign.migration.NumberState;
import dev.countersign.migration.NumberStep;
import dev.countersign.migration.NumberStore;
import dev.countersign.migration.SpaceNumber;
import dev.countersign.refusal.CodeNotAccepted;
import dev.countersign.refusal.Refused;
import dev.countersign.seal.Seals;
import dev.countersign.store.database.Transactions;
import dev.countersign.tenant.Caller;
import dev.countersign.value.Bytes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// The numbers of spaces in SQL. A step, the code that it uses up and the space that the number leaves are one unit
/// of work, which excludes every other about the same number or space.
public final class SqlNumberStore implements NumberStore {
    private final Transactions transactions;
    private final Seals seals;
    private final Lookups lookups;

    /// @param transactions where the table is
    /// @param seals seals numbers
    public SqlNumberStore(Transactions transactions, Seals seals) {
        this.transactions = transactions;
        this.seals = seals;
        this.lookups = new Lookups(seals);
    }

    @Override
    public Optional<SpaceNumber> find(String space, PhoneNumber phone) {
        Bytes hash = lookups.destination(phone);
        return transactions.read(handle -> table(handle).find(space, hash));
    }

    @Override
    public boolean connectedElsewhere(String space, PhoneNumber phone) {
        Bytes hash = lookups.destination(phone);
        return transactions
                .read(handle -> table(handle).connectedElsewhere(space, hash))
                .isPresent();
    }

    @Override
    public List<SpaceNumber> of(long tenant, String space) {
        return transactions.read(handle -> table(handle).of(tenant, space));
    }

    @Override
    public SpaceNumber take(NumberMove move, Caller caller, Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MILLIS);
        String space = move.space().id();
        Bytes hash = lookups.destination(move.phone());
        Set<String> keys = new HashSet<>(lookups.keys(move.binding()));
        keys.add("space:" + space);
        return transactions.write(keys, handle -> {
            SpaceNumberTable table = table(handle);
            Optional<SpaceNumber> elsewhere = table.connectedElsewhere(space, hash);
            NumberPolicy.Outcome outcome = NumberPolicy.decide(
                    new NumberPolicy.Known(table.find(space, hash), elsewhere.isPresent(), table.count(space)),
                    move,
                    now);
            if (move.step().spends()) {
                spend(handle, move, caller, now);
            }
            if (outcome.leaves()) {
                SpaceNumber left = left(elsewhere.orElseThrow());
                table.put(left, hash);
                audit(handle, left, NumberStep.LEAVE, caller, now);
            }
            table.put(outcome.number(), hash);
            audit(handle, outcome.number(), move.step(), caller, now);
            return outcome.number();
        });
    }

    private SpaceNumberTable table(Handle handle) {
        return new SpaceNumberTable(handle, seals);
    }

    /// The verification must still be good for this number in this space; its failures are forgotten with it.
    private void spend(Handle handle, NumberMove move, Caller caller, Instant now) {
        String id = move.verification().orElseThrow();
        if (!new VerificationTable(handle).redeem(id, lookups.binding(move.binding()), now)) {
            throw new Refused(new CodeNotAccepted(0));
        }
        new AttemptRecords(handle).forget(lookups.failures(move.binding()));
        Map<String, String> facts = Map.of(
                "purpose", move.binding().purpose().name(), "to", move.phone().masked());
        new AuditTable(handle).append(AuditEntry.by(caller, now, "code.accepted", "verification/" + id, facts));
    }

    private static SpaceNumber left(SpaceNumber number) {
        NumberState next = number.state().after(NumberStep.LEAVE).orElseThrow();
        return new SpaceNumber(
                number.id(),
                number.space(),
                number.tenant(),
                number.phone(),
                next,
                number.name(),
                number.verifiedAt(),
                number.createdAt());
    }

    /// Written for the tenant whose number it is: one that a number leaves learns of it, and not who took it.
    private static void audit(Handle handle, SpaceNumber number, NumberStep step, Caller caller, Instant now) {
        Map<String, String> facts =
                Map.of("space", number.space(), "to", number.phone().masked());
        String event = "number." + step.word();
        String subject = "number/" + number.id();
        new AuditTable(handle)
                .append(
                        number.tenant() == caller.tenant().id()
                                ? AuditEntry.by(caller, now, event, subject, facts)
                                : AuditEntry.own(now, number.tenant(), event, subject, facts));
    }
}
