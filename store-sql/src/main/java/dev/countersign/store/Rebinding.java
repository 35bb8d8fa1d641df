package dev.countersign.store;

import dev.countersign.authenticator.Change;
import dev.countersign.authenticator.ChangeStore.Confirming;
import dev.countersign.delivery.Notice;
import dev.countersign.destination.Destination;
import dev.countersign.directory.UserStore.Telling;
import dev.countersign.seal.Seals;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;

/// What becomes of a principal's number or address, within the unit of work that decided it: its row, the
/// cool-off, codes that are on their way, and the notice to who had it.
///
/// @param random draws the ids of notices
record Rebinding(Handle handle, Seals seals, RandomGenerator random) {
    /// Binds what a change is about.
    ///
    /// @return until when sensitive operations are held back for it; empty when it is a first number or address
    Optional<Instant> bind(Change change, Confirming how, Instant now) {
        long uin = change.principal();
        String column = change.kind().word();
        UserTable table = new UserTable(handle);
        table.set(
                uin,
                column,
                seals.seal(
                                UserTable.place(change.tenant(), column, uin),
                                change.to().canonical())
                        .toArray());
        if (change.old().isEmpty()) {
            return Optional.empty();
        }
        Telling telling =
                new Telling(change.locale(), how.reachable(), how.caller().cause());
        tell(change.tenant(), uin, change.old().get(), Notice.Kind.REPLACED, telling, now);
        return Optional.of(hold(change.tenant(), uin, now.plus(how.coolOff())));
    }

    /// Holds sensitive operations back, and ends codes that are on their way. What an earlier change began is
    /// never shortened.
    ///
    /// @return until when
    Instant hold(long tenant, long uin, Instant until) {
        UserTable table = new UserTable(handle);
        Instant later = table.bound(tenant, uin)
                .flatMap(UserTable.BoundRow::coolOffUntil)
                .filter(until::isBefore)
                .orElse(until);
        table.set(uin, "cool_off_until", later.toEpochMilli());
        table.endCodes(uin);
        return later;
    }

    void tell(long tenant, long uin, Destination whom, Notice.Kind kind, Telling telling, Instant now) {
        if (telling.reachable().test(whom)) {
            Notice notice = new Notice(tenant, uin, whom, kind, telling.locale(), telling.cause());
            new NoticeTable(handle).add(notice, seals, random, now);
        }
    }
}
