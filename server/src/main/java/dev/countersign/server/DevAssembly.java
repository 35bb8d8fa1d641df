package dev.countersign.server;

import dev.countersign.delivery.Carrier;
import dev.countersign.delivery.Courier;
import dev.countersign.delivery.InboxCarrier;
import dev.countersign.delivery.Routes;
import dev.countersign.destination.Channel;
import dev.countersign.gateway.Gateway;
import dev.countersign.gateway.Observer;
import dev.countersign.gateway.publish.OpenApi;
import dev.countersign.server.Countersign.DevOptions;
import dev.countersign.server.dev.ClockCall;
import dev.countersign.server.dev.CustomersCall;
import dev.countersign.server.dev.DevSurface;
import dev.countersign.server.dev.DevWorld;
import dev.countersign.server.dev.GuardedSite;
import dev.countersign.server.dev.Guards;
import dev.countersign.server.dev.MessageBell;
import dev.countersign.server.dev.MessagesCall;
import dev.countersign.server.dev.PrincipalsCall;
import dev.countersign.server.dev.ResetCall;
import dev.countersign.server.dev.SnapshotCall;
import dev.countersign.server.dev.SnapshotsCall;
import dev.countersign.server.dev.TestNumbersCall;
import dev.countersign.server.dev.VirtualClock;
import dev.countersign.server.dev.WorldCall;
import dev.countersign.server.dev.fault.ChosenFaults;
import dev.countersign.server.dev.fault.FaultsCall;
import dev.countersign.server.dev.fault.FaultyCarrier;
import dev.countersign.server.dev.fault.RegisteredCodes;
import dev.countersign.server.dev.kept.KeptOffset;
import dev.countersign.server.dev.kept.KeptSnapshots;
import dev.countersign.server.dev.kept.KeptTestNumbers;
import dev.countersign.server.dev.kept.KeptWorld;
import dev.countersign.server.http.HttpConfig;
import dev.countersign.server.http.HttpListener;
import dev.countersign.server.http.HttpMeter;
import dev.countersign.store.Retention;
import dev.countersign.store.SqliteSnapshots;
import dev.countersign.store.database.StoreConfig;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Puts a dev world together: embedded store, inbox, virtual clock, chosen faults.
final class DevAssembly {
    private static final int MOST_WAITING = 1000;

    private DevAssembly() {}

    static Countersign start(DevOptions options) {
        Given given = options.given();
        Storage storage = Storage.open(
                new StoreConfig.Sqlite(options.data()),
                MasterKeys.readOrMake(options.data().resolve("master.key"), given.random()),
                given);
        try {
            storage.stamp("dev");
            DevWorld.seed(storage.tenants(), storage.seals());
            return start(options, storage, new VirtualClock(given.clock(), new KeptOffset(storage.settings())));
        } catch (RuntimeException refused) {
            storage.close();
            throw refused;
        }
    }

    private static Countersign start(DevOptions options, Storage storage, VirtualClock clock) {
        Given given = options.given();
        Rules rules = options.rules();
        Set<Channel> served = Set.of(Channel.values());
        Services services =
                Services.wire(storage, rules, given, clock, storage.testNumbers(), new LoggedWatch(), served);
        ChosenFaults faults =
                new ChosenFaults(new RegisteredCodes(services.registry(), services.dialects()), Thread::sleep);
        MessageBell arrivals = new MessageBell(MOST_WAITING);
        Carrier inbox = new FaultyCarrier(new InboxCarrier(storage.inbox(), clock, arrivals::ring), faults);
        ExecutorService dispatchers = Executors.newVirtualThreadPerTaskExecutor();
        Courier courier = new Courier(
                storage.outbox(),
                new Routes(routes(inbox)),
                services.bell(),
                new Courier.Surroundings(clock, dispatchers, LoggedWatch::fault));
        clock.whenMoved(services.bell()::wake);
        Gateway gateway = services.gateway(storage, rules, given, clock, Observer.none(), faults);
        Guards guards = options.token().map(Guards::token).orElseGet(Guards::loopback);
        Guards ownApi = options.token().isPresent() ? Guards.anyHost() : Guards.loopback();
        GatewaySite answers = new GatewaySite(
                gateway,
                new OpenApi(services.dialects().getLast())
                        .document(services.registry().products()));
        HttpListener listener = new HttpListener(
                HttpConfig.plain(options.address(), options.port()),
                List.of(
                        surface(options, storage, services, clock, faults, arrivals, guards),
                        new GuardedSite(answers, ownApi, GuardedSite.below("/v1"))),
                new EarlyAnswers(services.dialects(), given.requestIds()),
                HttpMeter.none(),
                System::nanoTime);
        courier.start();
        Housekeeper housekeeper =
                new Housekeeper(storage.retention(Retention.Periods.standard()), clock, LoggedWatch::fault);
        listener.start();
        return new Countersign(listener, List.of(arrivals, courier, housekeeper, dispatchers, storage));
    }

    private static Map<Channel, Carrier> routes(Carrier inbox) {
        Map<Channel, Carrier> all = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            all.put(channel, inbox);
        }
        return all;
    }

    private static DevSurface surface(
            DevOptions options,
            Storage storage,
            Services services,
            VirtualClock clock,
            ChosenFaults faults,
            MessageBell arrivals,
            Guards guards) {
        SqliteSnapshots snapshots = new SqliteSnapshots(
                storage.database().transactions(),
                options.data(),
                options.given().random());
        KeptWorld world = new KeptWorld(snapshots, storage.tenants(), storage.testNumbers());
        KeptSnapshots kept = new KeptSnapshots(snapshots);
        return new DevSurface(
                guards,
                List.of(
                        new WorldCall(),
                        new PrincipalsCall(storage.tenants(), services.plan()),
                        new MessagesCall(storage.inbox(), storage.inbox()::holds, arrivals),
                        new ClockCall(clock),
                        new FaultsCall(faults, new RegisteredCodes(services.registry(), services.dialects())),
                        new TestNumbersCall(
                                new KeptTestNumbers(storage.testNumbers()),
                                services.plan(),
                                clock,
                                options.rules().verification().codeDigits()),
                        new CustomersCall(storage.customers()),
                        new ResetCall(world, () -> DevWorld.seed(storage.tenants(), storage.seals()), clock, faults),
                        new SnapshotsCall(kept),
                        new SnapshotCall(kept, world, clock, faults)));
    }
}
