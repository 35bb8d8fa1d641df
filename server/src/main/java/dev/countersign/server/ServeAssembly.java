package dev.countersign.server;

import dev.countersign.delivery.Bell;
import dev.countersign.delivery.Carriers;
import dev.countersign.delivery.DeliveryWatch;
import dev.countersign.delivery.InboxCarrier;
import dev.countersign.delivery.Receipts;
import dev.countersign.gateway.Gateway;
import dev.countersign.gateway.Interventions;
import dev.countersign.gateway.Journal;
import dev.countersign.gateway.publish.OpenApi;
import dev.countersign.server.audit.Checkpointer;
import dev.countersign.server.audit.Checkpoints;
import dev.countersign.server.carrier.Fleet;
import dev.countersign.server.carrier.ReceiptSite;
import dev.countersign.server.cli.CommandFailed;
import dev.countersign.server.config.Configuration;
import dev.countersign.server.config.ListenConfig;
import dev.countersign.server.config.Loaded;
import dev.countersign.server.config.TlsConfig;
import dev.countersign.server.dev.MessageBell;
import dev.countersign.server.http.EarlyRefusal;
import dev.countersign.server.http.HttpConfig;
import dev.countersign.server.http.HttpLimits;
import dev.countersign.server.http.HttpListener;
import dev.countersign.server.http.HttpMeter;
import dev.countersign.server.http.Site;
import dev.countersign.server.http.TlsFiles;
import dev.countersign.server.journal.JournalSite;
import dev.countersign.server.journal.RequestJournal;
import dev.countersign.server.metrics.FaultLog;
import dev.countersign.server.metrics.Metrics;
import dev.countersign.server.metrics.OpsSite;
import dev.countersign.server.metrics.Readiness;
import dev.countersign.server.metrics.Sparing;
import dev.countersign.server.page.html.Pages;
import dev.countersign.verification.TestNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Puts a server for real use together.
final class ServeAssembly {
    private static final int MOST_WAITING = 64;

    private ServeAssembly() {}

    /// Starts it.
    ///
    /// @param again reads the configuration again, for a reload
    /// @param environment where secrets may be
    static Countersign start(Loaded loaded, Supplier<Loaded> again, Given given, Map<String, String> environment) {
        Configuration configuration = loaded.configuration();
        Storage storage = Storage.open(configuration, environment, given);
        try {
            storage.stamp("serve");
            if (storage.tenants().isEmpty()) {
                throw new CommandFailed(
                        "there is no tenant yet: run \"countersign init\" with this configuration first");
            }
            return start(new Start(loaded, again, environment), given, storage);
        } catch (RuntimeException refused) {
            storage.close();
            throw refused;
        }
    }

    /// What it is started with.
    private record Start(Loaded loaded, Supplier<Loaded> again, Map<String, String> environment) {}

    private static Countersign start(Start with, Given plain, Storage storage) {
        Configuration configuration = with.loaded().configuration();
        Telemetry telemetry = Telemetry.of(configuration.telemetry(), with.environment());
        telemetry.follow(storage);
        Given given = telemetry.around(plain);
        Challenging.World challenging = Challenging.World.real(configuration, storage, with.environment());
        Rules rules = Rules.of(configuration, false, challenging);
        Metrics metrics = new Metrics(Set.of());
        metrics.outbox(new Sparing(storage.outbox()::backlog, System::nanoTime));
        FaultLog faults = new FaultLog(metrics, Logging::warn);
        DeliveryWatch watch = telemetry.beside(metrics.delivery(), given.clock());
        Receipts receipts = new Receipts(
                storage.receipts(),
                new Bell(),
                new Receipts.Surroundings(given.clock(), watch, fault -> faults.background("receipts", fault)));
        MessageBell arrivals = new MessageBell(MOST_WAITING);
        Fleet fleet = new Fleet(Shipping.drawing(
                given,
                with.environment(),
                carrier -> new SessionLog(carrier, Logging::note),
                receipts,
                carrier -> new InboxCarrier(storage.inbox(), given.clock(), arrivals::ring)));
        Delivering delivering = Delivering.wire(storage, fleet::routes, fleet::templates, receipts, watch);
        metrics.delivery().carriers(new Carriers(delivering.desk(), given.clock())::all);
        Alarms alarms = new Alarms(metrics);
        Services services = Services.wire(storage, rules, given, given.clock(), TestNumbers.none(), alarms, delivering);
        KeptNonces nonces = KeptNonces.open(configuration.store().directory(), rules, given);
        RequestJournal journal = new RequestJournal(configuration.journal().bounds(), given.clock(), System::nanoTime);
        Gateway gateway = services.gateway(
                storage,
                rules,
                given,
                given.clock(),
                new Services.Around(nonces.store(), telemetry.around(faults), Interventions.none(), journal));
        Readiness readiness = storage::missing;
        List<Site> sites = new ArrayList<>(List.of(
                new OpsSite(readiness, Optional.empty()),
                new KeysSite(services.challenging().proofs()),
                services.challenging().page(storage, new Pages(), given),
                new ReceiptSite(fleet::hook, receipts, metrics::receiptRefused)));
        Optional<ConsoleRooms.Served> console =
                ConsoleRooms.serve(configuration, storage, services, rules, given, alarms, arrivals::first, journal);
        console.map(ConsoleRooms.Served::site).ifPresent(sites::add);
        sites.add(telemetry.around(new GatewaySite(
                gateway,
                new OpenApi(services.dialects().getLast())
                        .document(services.registry().products()))));
        HttpListener listener = listener(configuration, given, services, sites, faults, journal);
        HttpListener management = new HttpListener(
                HttpConfig.plain(
                        configuration.management().host(),
                        configuration.management().port()),
                List.of(new OpsSite(readiness, Optional.of(metrics)), new JournalSite(journal)),
                EarlyRefusal.plain(),
                HttpMeter.none(),
                System::nanoTime);
        fleet.apply(configuration.delivering());
        with.loaded().warnings().forEach(Logging::warn);
        console.map(ConsoleRooms.Served::warnings).orElseGet(List::of).forEach(Logging::warn);
        Backstage backstage = Backstage.begin(
                storage,
                services,
                given.clock(),
                delivering,
                configuration.retention().periods(),
                faults);
        Checkpointer checkpointer = new Checkpointer(
                () -> storage.audit().checkpoint(given.clock().instant()),
                new Checkpoints(configuration.audit().file(configuration.store().directory())),
                fault -> faults.background("checkpointer", fault));
        Posting posting = Posting.begin(storage, given, given.clock(), rules.webhooks(), faults);
        Ports.start(List.of(listener, management), List.of(backstage, fleet, posting, checkpointer, telemetry));
        return new Countersign(
                listener,
                configuration.tls().certificate().isPresent() ? "https" : "http",
                configuration.listen().address(),
                new Countersign.Parts(
                        List.of(arrivals),
                        List.of(nonces, management, backstage, fleet, posting, checkpointer, telemetry, storage),
                        console.map(ConsoleRooms.Served::routes).orElseGet(List::of)),
                new Reload(listener, fleet, with.loaded(), with.again())::now);
    }

    private static HttpListener listener(
            Configuration configuration,
            Given given,
            Services services,
            List<Site> sites,
            FaultLog faults,
            Journal journal) {
        ListenConfig listen = configuration.listen();
        return new HttpListener(
                new HttpConfig(
                        listen.address(),
                        listen.port(),
                        tls(configuration.tls()),
                        configuration.general().behindProxy(),
                        HttpLimits.standard().withConnections(listen.connections())),
                sites,
                new EarlyAnswers(services.dialects(), given.requestIds(), journal),
                faults,
                System::nanoTime);
    }

    private static Optional<TlsFiles> tls(TlsConfig tls) {
        return tls.certificate()
                .map(certificate -> new TlsFiles(certificate, tls.key().orElseThrow()));
    }
}
