package dev.countersign.server;

import dev.countersign.audit.AuditEntry;
import dev.countersign.challenge.Challenge;
import dev.countersign.challenge.Visitor;
import dev.countersign.challenge.Visits;
import dev.countersign.delivery.Courier;
import dev.countersign.delivery.Inbox;
import dev.countersign.delivery.InboxCarrier;
import dev.countersign.gateway.Gateway;
import dev.countersign.gateway.Interventions;
import dev.countersign.gateway.Journal;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.gateway.wire.Value;
import dev.countersign.protection.Choice;
import dev.countersign.protection.Method;
import dev.countersign.protection.ProtectionChange;
import dev.countersign.protection.TenantRules;
import dev.countersign.server.config.Configuration;
import dev.countersign.server.config.GeneralConfig.Limits;
import dev.countersign.server.config.MasterKeys;
import dev.countersign.server.dev.DevWorld;
import dev.countersign.server.dev.WechatStandIn;
import dev.countersign.server.metrics.FaultLog;
import dev.countersign.server.metrics.Metrics;
import dev.countersign.testkit.TestClock;
import dev.countersign.testkit.wire.Acs3;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.Tc3;
import dev.countersign.value.Bytes;
import dev.countersign.value.RequestId;
import dev.countersign.value.Secret;
import dev.countersign.verification.TestNumbers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A whole dev world without a port: our own API through the gateway, browsers through [Visits], and a clock
/// that stands still.
final class ChallengeWorld implements AutoCloseable {
    static final long DEV = DevWorld.DEV;
    static final long ALICE = 100_000_000_011L;
    static final long BOB = 100_000_000_012L;
    static final String BACK = "https://app.example.com/mfa";

    final TestClock clock = TestClock.atNoon();
    final Storage storage;
    final Services services;
    final WechatStandIn wechat;
    private final SecureRandom random = new SecureRandom();
    private final Gateway gateway;
    private final Courier courier;
    private final ExecutorService dispatchers = Executors.newVirtualThreadPerTaskExecutor();

    /// An answer of our own API.
    record Answer(int status, Value.Fields body) {
        String text(String name) {
            return switch (body.fields().get(name)) {
                case Value.Text text -> text.text();
                case Value.Number number -> number.literal();
                case Value.Flag flag -> Boolean.toString(flag.value());
                case null, default -> "";
            };
        }

        /// The last part of a problem's type.
        String problem() {
            return text("type").replaceFirst(".*:", "");
        }
    }

    ChallengeWorld(Path directory) {
        Given given = new Given(clock, random, RequestId.from(random));
        Configuration configuration = Configuration.dev("127.0.0.1", 0, directory, Limits.RELAXED);
        new MasterKeys(Map.of()).createIfMissing(configuration.masterKey(), random);
        storage = Storage.open(configuration, Map.of(), given);
        storage.furnish(clock);
        wechat = new WechatStandIn(storage.wechatIdentities(), random);
        Frontage frontage = new Frontage(Optional.of("https://mfa.example.com"));
        Challenging.World world = new Challenging.World(
                frontage, List.of("/dev/returned"), Optional.of(new PlayedWechat(wechat)), wechat);
        Rules rules = Rules.of(configuration, true, world);
        Metrics metrics = new Metrics(Set.of());
        Delivering delivering = Leaving.by(new InboxCarrier(storage.inbox(), clock, () -> {}), storage, clock);
        services = Services.wire(storage, rules, given, clock, TestNumbers.none(), new Alarms(metrics), delivering);
        gateway = services.gateway(
                storage,
                rules,
                given,
                clock,
                new Services.Around(
                        KeptNonces.open(directory, rules, given).store(),
                        new FaultLog(metrics, text -> {
                            throw new AssertionError(text);
                        }),
                        Interventions.none(),
                        Journal.none()));
        courier = new Courier(
                storage.outbox(),
                delivering.desk(),
                services.bell(),
                new Courier.Surroundings(clock, dispatchers, delivering.watch(), fault -> {
                    throw fault;
                }));
        rules(new TenantRules(false, false, false, Optional.of("/dev/custom?token={MFAToken}"), List.of(BACK)));
    }

    void rules(TenantRules rules) {
        AuditEntry entry = AuditEntry.own(clock.instant(), DEV, "rules.changed", "", Map.of());
        storage.rules().put(DEV, rules, entry);
    }

    void protect(long uin, Method login, Method operation) {
        services.guarding().protections().place(DEV, uin, ProtectionChange.of(Choice.of(login), Choice.of(operation)));
    }

    /// A call of our own API as tenant `dev`.
    Answer call(String method, String path, Value.Fields body, String... headers) {
        return callWith("csk_dev_root", method, path, body, headers);
    }

    Answer callWith(String key, String method, String path, Value.Fields body, String... headers) {
        Headers.Builder all =
                new Headers.Builder().add("Authorization", "Bearer " + key).add("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            all.add(headers[i], headers[i + 1]);
        }
        Bytes sent = method.equals("GET") || method.equals("DELETE") ? Bytes.none() : Json.write(body);
        Response response = gateway.answer(new Request(method, path, "", all.build(), sent, "192.0.2.1", false));
        return new Answer(response.status(), (Value.Fields) Json.read(response.body(), "answer"));
    }

    /// A signed call of a cloud's action.
    DevClient.Outcome signed(DevClient.Key key, String version, String action, Value.Fields parameters) {
        Bytes body = Json.write(parameters);
        Headers headers = Headers.of(
                "Host",
                "localhost",
                "Content-Type",
                "application/json",
                "X-TC-Action",
                action,
                "X-TC-Version",
                version,
                "X-TC-Timestamp",
                Long.toString(clock.instant().getEpochSecond()),
                "Authorization",
                Tc3.authorization(key.id(), key.secret(), clock.instant(), "application/json", "localhost", body));
        Response response = gateway.answer(new Request("POST", "/", "", headers, body, "192.0.2.1", false));
        return DevClient.outcome(new DevClient.Answer(
                response.status(), Map.of(), response.body().toUtf8(), Json.read(response.body(), "answer")));
    }

    /// A signed call of an action of the Alibaba wire.
    DevClient.Answer acs(DevClient.Key key, String version, String action, String... namesAndValues) {
        String query = Acs3.query(namesAndValues);
        List<String> signed =
                Acs3.headers(key, action, version, query, UUID.randomUUID().toString(), clock.instant());
        Headers.Builder headers = new Headers.Builder().add("Host", "localhost");
        for (int i = 0; i < signed.size(); i += 2) {
            headers.add(signed.get(i), signed.get(i + 1));
        }
        Response response =
                gateway.answer(new Request("POST", "/", query, headers.build(), Bytes.none(), "192.0.2.1", false));
        return new DevClient.Answer(
                response.status(), Map.of(), response.body().toUtf8(), Json.read(response.body(), "answer"));
    }

    Answer open(long uin, String kind, Value.Fields more, String... headers) {
        Map<String, Value> body = new LinkedHashMap<>();
        body.put("principal", Value.number(uin));
        body.put("kind", Value.text(kind));
        body.put("returnTo", Value.text(BACK));
        body.put("nonce", Value.text("nonce-1"));
        body.putAll(more.fields());
        return call("POST", "/v1/challenges", new Value.Fields(body), headers);
    }

    /// Opens a login challenge, and looks at it with a browser.
    Browser login(long uin) {
        return new Browser(open(uin, "login", Value.Fields.none()).text("id"));
    }

    static Value.Fields transfer(String amount, String payee) {
        return Value.Fields.none()
                .plus(
                        "operation",
                        Value.Fields.none()
                                .plus("name", Value.text("transfer"))
                                .plus(
                                        "fields",
                                        new Value.Items(List.of(field("amount", amount), field("payee", payee)))));
    }

    private static Value.Fields field(String name, String value) {
        return Value.Fields.none().plus("name", Value.text(name)).plus("value", Value.text(value));
    }

    /// The newest message, after all that were due were handed over.
    Inbox.Kept message() {
        while (courier.round()) {
            // until nothing is due
        }
        return storage.inbox()
                .find(new Inbox.Query(Optional.empty(), Optional.empty(), Optional.empty(), 1))
                .getFirst();
    }

    String code() {
        return message().code().reveal();
    }

    /// A browser that has a challenge.
    final class Browser {
        final String id;
        final Visitor visitor;
        final Visits.Seen seen;

        Browser(String id) {
            this.id = id;
            this.seen = visits().look(id, stranger());
            this.visitor = new Visitor(seen.fresh(), "192.0.2.7", request());
        }

        Challenge challenge() {
            return visits().look(id, visitor).challenge();
        }

        /// The parameters that the browser carries back.
        Map<String, String> leave() {
            return parameters(visits().leave(id, visitor));
        }
    }

    Visits visits() {
        return services.challenging().visits();
    }

    /// A browser without a cookie.
    Visitor stranger() {
        return new Visitor(Optional.empty(), "192.0.2.8", request());
    }

    /// A browser with somebody else's cookie.
    Visitor forger() {
        return new Visitor(Optional.of(Secret.of("guessed")), "192.0.2.8", request());
    }

    private RequestId request() {
        return RequestId.from(random).get();
    }

    static Map<String, String> parameters(String address) {
        Map<String, String> found = new LinkedHashMap<>();
        found.put("", address.replaceFirst("\\?.*", ""));
        for (String pair :
                address.replaceFirst("^[^?]*\\?", "").replaceFirst("#.*", "").split("&")) {
            String[] halves = pair.split("=", 2);
            found.put(halves[0], java.net.URLDecoder.decode(halves[1], java.nio.charset.StandardCharsets.UTF_8));
        }
        return found;
    }

    /// A value that must be there.
    static <T> T value(Map<String, T> found, String name) {
        return Objects.requireNonNull(found.get(name), name);
    }

    List<String> events() {
        return storage.database()
                .transactions()
                .read(handle -> handle.createQuery(
                                "SELECT event FROM audit WHERE event LIKE 'challenge.%' OR event LIKE 'proof.%' ORDER BY seq")
                        .mapTo(String.class)
                        .list());
    }

    @Override
    public void close() {
        dispatchers.close();
        storage.close();
    }
}
