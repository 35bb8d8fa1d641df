package dev.countersign.server;

import dev.countersign.delivery.Carrier;
import dev.countersign.delivery.InboxCarrier;
import dev.countersign.destination.Channel;
import dev.countersign.gateway.Gateway;
import dev.countersign.gateway.Interventions;
import dev.countersign.gateway.Journal;
import dev.countersign.gateway.publish.OpenApi;
import dev.countersign.server.audit.Checkpointer;
import dev.countersign.server.audit.Checkpoints;
import dev.countersign.server.cli.CommandFailed;
import dev.countersign.server.config.Configuration;
import dev.countersign.server.config.ListenConfig;
import dev.countersign.server.config.TlsConfig;
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
import dev.countersign.server.page.html.Pages;
import dev.countersign.verification.TestNumbers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Puts a server for real use together.
final class ServeAssembly {
    private ServeAssembly() {}

    static Countersign start(Configuration configuration, Given given, Map<String, String> environment) {
        Storage storage = Storage.open(configuration, environment, given);
        try {
            storage.stamp("serve");
            if (storage.tenants().isEmpty()) {
                throw new CommandFailed(
                        "there is no tenant yet: run \"countersign init\" with this configuration first");
            }
            return start(configuration, given, storage, Challenging.World.real(configuration, storage, environment));
        } catch (RuntimeException refused) {
            storage.close();
            throw refused;
        }
    }

    private static Countersign start(
            Configuration configuration, Given given, Storage storage, Challenging.World challenging) {
        Rules rules = Rules.of(configuration, false, challenging);
        Metrics metrics = new Metrics(Set.of());
        metrics.outbox(storage.outbox()::backlog);
        FaultLog faults = new FaultLog(metrics, Logging::warn);
        boolean inbox = configuration.delivery().inbox();
        Services services = Services.wire(
                storage,
                rules,
                given,
                given.clock(),
                TestNumbers.none(),
                new Alarms(metrics),
                inbox ? Set.of(Channel.values()) : Set.of());
        KeptNonces nonces = KeptNonces.open(configuration.store().directory(), rules, given);
        RequestJournal journal =
                new RequestJournal(configuration.journal().bounds(), given.clock(), System::nanoTime).begin();
        Gateway gateway = services.gateway(
                storage,
                rules,
                given,
                given.clock(),
                new Services.Around(nonces.store(), faults, Interventions.none(), journal));
        Readiness readiness = storage::missing;
        HttpListener listener = listener(
                configuration,
                given,
                services,
                List.of(
                        new OpsSite(readiness, Optional.empty()),
                        new KeysSite(services.challenging().proofs()),
                        services.challenging().page(storage, new Pages(), given),
                        new GatewaySite(
                                gateway,
                                new OpenApi(services.dialects().getLast())
                                        .document(services.registry().products()))),
                faults,
                journal);
        HttpListener management = new HttpListener(
                HttpConfig.plain(
                        configuration.management().host(),
                        configuration.management().port()),
                List.of(new OpsSite(readiness, Optional.of(metrics)), new JournalSite(journal)),
                EarlyRefusal.plain(),
                HttpMeter.none(),
                System::nanoTime);
        Optional<Carrier> carrier =
                inbox ? Optional.of(new InboxCarrier(storage.inbox(), given.clock(), () -> {})) : Optional.empty();
        Backstage backstage = Backstage.begin(
                storage,
                services,
                given.clock(),
                carrier,
                configuration.retention().periods(),
                faults);
        Checkpointer checkpointer = new Checkpointer(
                () -> storage.audit().checkpoint(given.clock().instant()),
                new Checkpoints(configuration.audit().file(configuration.store().directory())),
                fault -> faults.background("checkpointer", fault));
        Ports.start(List.of(listener, management), List.of(backstage, checkpointer));
        return new Countersign(
                listener,
                configuration.tls().certificate().isPresent() ? "https" : "http",
                configuration.listen().address(),
                List.of(nonces, management, journal, backstage, checkpointer, storage));
    }

    private static HttpListener listener(
            Configuration configuration, Given given, Services services, List<Site> sites, FaultLog faults, Journal journal) {
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
