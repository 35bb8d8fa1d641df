package dev.countersign.server;

import dev.countersign.delivery.Carrier;
import dev.countersign.delivery.Courier;
import dev.countersign.delivery.Routes;
import dev.countersign.destination.Channel;
import dev.countersign.server.metrics.FaultLog;
import dev.countersign.store.Retention;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// What works behind the requests: the courier and the housekeeper.
record Backstage(Courier courier, Housekeeper housekeeper, ExecutorService dispatchers) implements AutoCloseable {
    /// Begins to work.
    ///
    /// @param carrier the one carrier of all channels; without one, nothing is handed over
    static Backstage begin(
            Storage storage,
            Services services,
            InstantSource clock,
            Optional<Carrier> carrier,
            Retention.Periods periods,
            FaultLog faults) {
        ExecutorService dispatchers = Executors.newVirtualThreadPerTaskExecutor();
        Courier courier = new Courier(
                storage.outbox(),
                new Routes(byChannel(carrier)),
                services.bell(),
                new Courier.Surroundings(clock, dispatchers, fault -> faults.background("courier", fault)));
        courier.start();
        Housekeeper housekeeper =
                new Housekeeper(storage.retention(periods), clock, fault -> faults.background("housekeeper", fault));
        return new Backstage(courier, housekeeper, dispatchers);
    }

    private static Map<Channel, Carrier> byChannel(Optional<Carrier> carrier) {
        Map<Channel, Carrier> all = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            carrier.ifPresent(one -> all.put(channel, one));
        }
        return all;
    }

    @Override
    public void close() {
        courier.close();
        housekeeper.close();
        dispatchers.close();
    }
}
