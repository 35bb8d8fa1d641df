package dev.countersign.server;

import dev.countersign.delivery.Courier;
import dev.countersign.delivery.Receipts;
import dev.countersign.server.metrics.FaultLog;
import dev.countersign.store.Retention;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// What works behind the requests: the courier, the receipts and the housekeeper.
record Backstage(Courier courier, Receipts receipts, Housekeeper housekeeper, ExecutorService dispatchers)
        implements AutoCloseable {
    /// Begins to work.
    ///
    /// @param delivering how messages leave
    static Backstage begin(
            Storage storage,
            Services services,
            InstantSource clock,
            Delivering delivering,
            Retention.Periods periods,
            FaultLog faults) {
        ExecutorService dispatchers = Executors.newVirtualThreadPerTaskExecutor();
        Courier courier = new Courier(
                storage.outbox(),
                delivering.desk(),
                services.bell(),
                new Courier.Surroundings(
                        clock, dispatchers, delivering.watch(), fault -> faults.background("courier", fault)));
        courier.start();
        delivering.receipts().start();
        Retention retention = storage.retention(periods);
        Housekeeper housekeeper = new Housekeeper(
                List.of(retention::sweep, now -> delivering.look(storage, now)),
                clock,
                fault -> faults.background("housekeeper", fault));
        return new Backstage(courier, delivering.receipts(), housekeeper, dispatchers);
    }

    @Override
    public void close() {
        courier.close();
        receipts.close();
        housekeeper.close();
        dispatchers.close();
    }
}
