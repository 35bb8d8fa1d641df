package dev.countersign.server.dev;

import dev.countersign.delivery.Carrier;
import dev.countersign.delivery.InboxCarrier;
import dev.countersign.delivery.Message;
import dev.countersign.destination.Channel;
import dev.countersign.destination.Destination;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.gateway.wire.Value;
import dev.countersign.seal.DataKeys;
import dev.countersign.seal.Seals;
import dev.countersign.server.dev.TestNumberBook.Entry;
import dev.countersign.server.dev.fault.ChosenFaults;
import dev.countersign.server.dev.fault.FaultsCall;
import dev.countersign.server.dev.fault.KnownCodes;
import dev.countersign.value.Bytes;
import dev.countersign.verification.Code;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.Assertions;

/// A developer with a surface of his own, kept in memory, whose real clock stands still.
final class Developer {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    final Memory.Tenants tenants = new Memory.Tenants();
    final Memory.Powers powers = new Memory.Powers();
    final Memory.Messages inbox = new Memory.Messages();
    final Memory.Numbers numbers = new Memory.Numbers();
    final Memory.Customers customers = new Memory.Customers();
    final Memory.Offset offset = new Memory.Offset();
    final MessageBell bell = new MessageBell(100);
    final VirtualClock clock = new VirtualClock(() -> NOW, offset);
    final List<Duration> pauses = new ArrayList<>();
    final ChosenFaults faults = new ChosenFaults(new Codes(), pauses::add);
    final Carrier carrier = new InboxCarrier(inbox, clock, bell::ring);
    final Worlds worlds = new Worlds();
    final DevSurface surface;
    private int sent;

    Developer() {
        Seals seals = new Seals(DataKeys.generate(new SecureRandom()), () -> NOW, new SecureRandom());
        Memory.Plan plan = new Memory.Plan();
        Runnable seed = () -> DevWorld.seed(tenants, powers, seals, () -> {});
        seed.run();
        surface = new DevSurface(
                Guards.loopback(),
                List.of(
                        new WorldCall(),
                        new PrincipalsCall(tenants, powers, plan),
                        new CustomersCall(customers),
                        new MessagesCall(inbox, inbox::holds, bell),
                        new ClockCall(clock),
                        new FaultsCall(faults, new Codes()),
                        new TestNumbersCall(numbers, plan, clock, 6),
                        new ResetCall(worlds, seed, clock, faults),
                        new SnapshotsCall(worlds),
                        new SnapshotCall(worlds, worlds, clock, faults)));
    }

    /// Two actions with a code each, and one that every action has.
    static final class Codes implements KnownCodes {
        private static final Map<String, String> OWN = Map.of(
                "SendVerifyCode", "FailedOperation.SendVerifyCodeLimit",
                "CreateAccount", "FailedOperation.VerificationCodeIllegal");

        @Override
        public Set<String> actions() {
            return OWN.keySet();
        }

        @Override
        public boolean answers(String action, String code) {
            return code.equals(OWN.get(action)) || code.equals("InternalError");
        }

        @Override
        public Set<String> published(String action) {
            return Set.of(java.util.Objects.requireNonNull(OWN.get(action)));
        }
    }

    /// The store as a whole: saves and restores what this surface shows of it.
    final class Worlds implements WorldStore, Snapshots {
        private final Map<String, Saved> saved = new LinkedHashMap<>();
        private final Map<String, Runnable> restorers = new LinkedHashMap<>();
        int forgotten;

        @Override
        public void empty() {
            tenants.empty();
            powers.empty();
            inbox.clear();
            numbers.clear();
            customers.customers.clear();
            offset.millis = 0;
            forgetCached();
        }

        @Override
        public void forgetCached() {
            forgotten++;
        }

        @Override
        public String save() {
            String id = "world-" + (saved.size() + 1);
            long millis = offset.millis;
            List<Entry> entries = numbers.all(Instant.MIN);
            saved.put(id, new Saved(id, NOW));
            restorers.put(id, () -> {
                offset.millis = millis;
                numbers.clear();
                entries.forEach(numbers::put);
            });
            return id;
        }

        @Override
        public boolean restore(String id) {
            Runnable restorer = restorers.get(id);
            if (restorer == null) {
                return false;
            }
            restorer.run();
            return true;
        }

        @Override
        public List<Saved> all() {
            return List.copyOf(saved.values()).reversed();
        }
    }

    Response get(String target) {
        return ask("GET", target, "");
    }

    Response delete(String target) {
        return ask("DELETE", target, "");
    }

    Response ask(String method, String target, String json) {
        Headers.Builder headers = new Headers.Builder().add("Host", "127.0.0.1:7300");
        if (!method.equals("GET") && !method.equals("DELETE")) {
            headers.add("Content-Type", "application/json");
        }
        return surface.answer(request(method, target, headers.build(), Bytes.utf8(json)));
    }

    static Request request(String method, String target, Headers headers, Bytes body) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String query = mark < 0 ? "" : target.substring(mark + 1);
        return new Request(method, path, query, headers, body, "127.0.0.1", false);
    }

    /// A message that arrives now.
    String receive(Destination to, Channel channel, String code) {
        String id = "message-" + ++sent;
        carrier.dispatch(message(id, to, channel, code));
        return id;
    }

    static Message message(String id, Destination to, Channel channel, String code) {
        return new Message(
                id,
                DevWorld.DEV,
                channel,
                to,
                Message.Written.plain("Countersign", code + " is your code."),
                Optional.of(Code.of(code)),
                "registration",
                "en-US",
                Instant.MAX);
    }

    /// The JSON of a success.
    static String ok(Response response) {
        Assertions.assertThat(response.status()).as(response.body().toUtf8()).isEqualTo(200);
        Assertions.assertThat(response.contentType()).isEqualTo("application/json");
        return response.body().toUtf8();
    }

    /// The detail of a problem of that status.
    static String problem(Response response, int status) {
        String body = response.body().toUtf8();
        Assertions.assertThat(response.status()).as(body).isEqualTo(status);
        Assertions.assertThat(response.contentType()).isEqualTo("application/problem+json");
        Value.Fields fields = (Value.Fields) Json.read(response.body(), "problem");
        Assertions.assertThat(fields.fields().get("status")).isEqualTo(Value.number(status));
        return ((Value.Text) java.util.Objects.requireNonNull(fields.fields().get("detail"))).text();
    }
}
