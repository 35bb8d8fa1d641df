package dev.countersign.store;

import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.Outbox.Settlement;
import dev.countersign.delivery.Outbox.Tried;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// The tables of hand-overs and of the parts that carriers accepted, within one unit of work.
record DispatchTable(Handle handle) {
    private static final int LONGEST = 256;

    /// Records hand-overs. A carrier that was busy took nothing: that is none.
    void add(List<Settlement> settlements) {
        hands(settlements);
        parts(settlements);
        counts(settlements);
    }

    private void hands(List<Settlement> settlements) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO dispatch (message, number, carrier, route, country, at, took, result, error)
                SELECT :message, COALESCE(MAX(number), 0) + 1, :carrier, :route, :country, :at, :took, :result, :error
                FROM dispatch WHERE message = :message
                """);
        for (Settlement settlement : settlements) {
            for (Tried tried : settlement.tried()) {
                switch (tried.dispatch()) {
                    case Dispatch.Busy busy -> {}
                    case Dispatch.Handed handed -> hand(batch, tried, "handed", null);
                    case Dispatch.CarrierFault fault -> hand(batch, tried, "carrier-fault", fault.reason());
                    case Dispatch.DestinationFault fault -> hand(batch, tried, "destination-fault", fault.reason());
                }
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private static void hand(PreparedBatch batch, Tried tried, String result, @Nullable String error) {
        batch.bind("message", tried.leg().message())
                .bind("carrier", tried.leg().carrier())
                .bind("route", tried.leg().route())
                .bind("country", tried.leg().country())
                .bind("at", tried.at().toEpochMilli())
                .bind("took", tried.took().toMillis())
                .bind("result", result)
                .bind("error", error == null ? null : kept(error))
                .add();
    }

    /// An id that a carrier has given before is the newest message's.
    private void parts(List<Settlement> settlements) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO part (carrier, reference, message, dispatch, number, state)
                VALUES (:carrier, :reference, :message,
                    (SELECT MAX(number) FROM dispatch WHERE message = :message), :number, 'underway')
                ON CONFLICT (carrier, reference) DO UPDATE SET message = excluded.message,
                    dispatch = excluded.dispatch, number = excluded.number, state = excluded.state,
                    error = NULL, at = NULL
                WHERE part.message <> excluded.message
                """);
        for (Settlement settlement : settlements) {
            if (settlement.result().orElse(null) instanceof Dispatch.Handed handed) {
                Tried last = settlement.tried().getLast();
                int number = 0;
                for (String reference : handed.references()) {
                    number++;
                    batch.bind("carrier", last.leg().carrier())
                            .bind("reference", kept(reference))
                            .bind("message", settlement.messageId())
                            .bind("number", number)
                            .add();
                }
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private void counts(List<Settlement> settlements) {
        Map<TempoTable.Key, TempoTable.Counts> counts = new HashMap<>();
        for (Settlement settlement : settlements) {
            if (settlement.result().orElse(null) instanceof Dispatch.Handed handed
                    && !handed.references().isEmpty()) {
                Tried last = settlement.tried().getLast();
                TempoTable.Key key = TempoTable.Key.of(
                        last.at().plus(last.took()),
                        last.leg().carrier(),
                        last.leg().channel().word());
                counts.merge(key, TempoTable.Counts.ONE_HANDED, TempoTable.Counts::plus);
            }
        }
        new TempoTable(handle).add(counts);
    }

    /// What a carrier sent may be anything: a column takes so many characters, and none that a database
    /// refuses.
    static String kept(String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        return cut.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
    }
}
