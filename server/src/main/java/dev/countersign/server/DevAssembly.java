package dev.countersign.server;

import dev.countersign.delivery.Bell;
import dev.countersign.delivery.Carriers;
import dev.countersign.delivery.DeliveryWatch;
import dev.countersign.delivery.InboxCarrier;
import dev.countersign.delivery.Receipt;
import dev.countersign.delivery.Receipts;
import dev.countersign.delivery.Routes;
import dev.countersign.delivery.Templates;
import dev.countersign.delivery.template.TemplateBook;
import dev.countersign.gateway.Gateway;
import dev.countersign.gateway.publish.OpenApi;
import dev.countersign.server.Countersign.DevOptions;
import dev.countersign.server.config.Configuration;
import dev.countersign.server.config.ListenConfig;
import dev.countersign.server.config.MasterKeys;
import dev.countersign.server.dev.DevSurface;
import dev.countersign.server.dev.GuardedConsole;
import dev.countersign.server.dev.GuardedPage;
import dev.countersign.server.dev.GuardedSite;
import dev.countersign.server.dev.Guards;
import dev.countersign.server.dev.MessageBell;
import dev.countersign.server.dev.RootOfDev;
import dev.countersign.server.dev.VirtualClock;
import dev.countersign.server.dev.WechatStandIn;
import dev.countersign.server.dev.fault.ChosenFaults;
import dev.countersign.server.dev.fault.FaultyCarrier;
import dev.countersign.server.dev.fault.RegisteredCodes;
import dev.countersign.server.dev.kept.KeptOffset;
import dev.countersign.server.dev.standin.CustomPage;
import dev.countersign.server.dev.standin.StandIns;
import dev.countersign.server.dev.standin.WechatPage;
import dev.countersign.server.http.HttpConfig;
import dev.countersign.server.http.HttpListener;
import dev.countersign.server.http.Site;
import dev.countersign.server.journal.RequestJournal;
import dev.countersign.server.metrics.FaultLog;
import dev.countersign.server.metrics.Metrics;
import dev.countersign.server.metrics.OpsSite;
import dev.countersign.server.metrics.Sparing;
import dev.countersign.server.page.html.Pages;
import dev.countersign.value.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/// Puts a dev world together: embedded store, inbox, virtual clock, chosen faults.
final class DevAssembly {
    private static final int MOST_WAITING = 1000;

    private DevAssembly() {}

    static Countersign start(DevOptions options) {
        Configuration configuration = options.configuration();
        Given given = options.given();
        Storage storage = open(configuration, given);
        try {
            storage.stamp("dev");
            VirtualClock clock = new VirtualClock(given.clock(), new KeptOffset(storage.settings()));
            storage.furnish(clock);
            return start(options, storage, clock);
        } catch (RuntimeException refused) {
            storage.close();
            throw refused;
        }
    }

    /// A new master key that opens nothing must not stay: it would look like the right one.
    private static Storage open(Configuration configuration, Given given) {
        MasterKeys keys = new MasterKeys(Map.of());
        boolean made = keys.createIfMissing(configuration.masterKey(), given.random());
        try {
            return Storage.open(configuration, Map.of(), given);
        } catch (RuntimeException refused) {
            if (made) {
                keys.discard(configuration.masterKey());
            }
            throw refused;
        }
    }

    private static Countersign start(DevOptions options, Storage storage, VirtualClock clock) {
        Configuration configuration = options.configuration();
        Given given = options.given();
        WechatStandIn wechat = new WechatStandIn(storage.wechatIdentities(), given.random());
        Rules rules = Rules.of(configuration, true, Challenging.World.dev(configuration, wechat));
        Metrics metrics = new Metrics(Set.of());
        metrics.outbox(new Sparing(storage.outbox()::backlog, System::nanoTime));
        FaultLog log = new FaultLog(metrics, Logging::warn);
        MessageBell arrivals = new MessageBell(MOST_WAITING);
        DeliveryWatch watch = metrics.delivery();
        Receipts receipts = new Receipts(
                storage.receipts(),
                new Bell(),
                new Receipts.Surroundings(clock, watch, fault -> log.background("receipts", fault)));
        InboxCarrier inbox = new InboxCarrier(storage.inbox(), clock, arrivals::ring);
        AtomicReference<Routes> routes = new AtomicReference<>(Routes.everything(inbox));
        Templates words = new TemplateBook(configuration.plan().words(), Templates.standard());
        Delivering delivering = Delivering.wire(storage, routes::get, () -> words, receipts, watch);
        metrics.delivery().carriers(new Carriers(delivering.desk(), clock)::all);
        Services services =
                Services.wire(storage, rules, given, clock, storage.testNumbers(), new Alarms(metrics), delivering);
        ChosenFaults faults =
                new ChosenFaults(new RegisteredCodes(services.registry(), services.dialects()), Thread::sleep);
        routes.set(Routes.everything(new FaultyCarrier(inbox, faults, (reference, state, error, after) -> {
            Instant at = clock.instant().plus(after);
            storage.receipts().add(new Receipt(inbox.name(), reference, state, error, at), at);
        })));
        clock.whenMoved(services.bell()::wake);
        KeptNonces nonces = KeptNonces.open(configuration.store().directory(), rules, given);
        RequestJournal journal = new RequestJournal(configuration.journal().bounds(), given.clock(), System::nanoTime);
        Gateway gateway = services.gateway(
                storage, rules, given, clock, new Services.Around(nonces.store(), log, faults, journal));
        ListenConfig listen = configuration.listen();
        Pages pages = new Pages();
        DevSurface surface = new DevSurface(
                guards(options), DevCalls.all(options, storage, services, clock, faults, arrivals, wechat, journal));
        ConsoleRooms.Desk desk =
                new ConsoleRooms.Desk(storage.inbox(), arrivals::first, clock, new DevControls(surface));
        HttpListener listener = new HttpListener(
                HttpConfig.plain(listen.address(), listen.port()),
                List.of(
                        new OpsSite(storage::missing, Optional.of(metrics)),
                        standIns(options, storage, services, wechat, pages),
                        surface,
                        new KeysSite(services.challenging().proofs()),
                        page(options, services.challenging().page(storage, pages, given)),
                        new GuardedConsole(ConsoleRooms.dev(services, given, desk, storage, journal), guards(options)),
                        answers(options, services, gateway)),
                new EarlyAnswers(services.dialects(), given.requestIds(), journal),
                log,
                System::nanoTime);
        Backstage backstage = Backstage.begin(
                storage, services, clock, delivering, configuration.retention().periods(), log);
        Posting posting = Posting.begin(storage, given, clock, rules.webhooks(), log);
        Ports.start(List.of(listener), List.of(backstage, posting));
        Countersign running = new Countersign(
                listener,
                "http",
                listen.address(),
                new Countersign.Parts(List.of(arrivals), List.of(nonces, backstage, posting, storage)),
                List::of);
        services.challenging().frontage().listensAt(running.endpoint());
        return running;
    }

    private static Site answers(DevOptions options, Services services, Gateway gateway) {
        GatewaySite answers = new GatewaySite(
                gateway,
                new OpenApi(services.dialects().getLast())
                        .document(services.registry().products()));
        return new GuardedSite(answers, ownHosts(options), GuardedSite.below("/v1"));
    }

    /// The pages that the dev world plays for others.
    private static Site standIns(
            DevOptions options, Storage storage, Services services, WechatStandIn wechat, Pages pages) {
        RootOfDev root = new RootOfDev(storage.tenants(), options.given().requestIds());
        Challenging challenging = services.challenging();
        return new StandIns(
                ownHosts(options),
                new WechatPage(pages, wechat, challenging.challenges(), root, challenging.frontage()),
                new CustomPage(pages, services.guarding().tokens(), root));
    }

    private static Site page(DevOptions options, Site page) {
        return new GuardedPage(page, ownHosts(options));
    }

    private static Guards ownHosts(DevOptions options) {
        return needsToken(options) ? Guards.anyHost() : Guards.loopback();
    }

    private static Guards guards(DevOptions options) {
        Secret token = options.access().token();
        return needsToken(options) ? Guards.token(token) : Guards.loopback();
    }

    private static boolean needsToken(DevOptions options) {
        return !options.access().token().reveal().isEmpty();
    }
}
