package dev.countersign.gateway.dialect.tencent;

import dev.countersign.gateway.Admission;
import dev.countersign.gateway.Authentication;
import dev.countersign.gateway.FixedPolicies;
import dev.countersign.gateway.FixedTemporaryKeys;
import dev.countersign.gateway.Gateway;
import dev.countersign.gateway.Interventions;
import dev.countersign.gateway.Observer;
import dev.countersign.gateway.action.ActionRegistry;
import dev.countersign.gateway.action.Product;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.dialect.Dialect;
import dev.countersign.gateway.dialect.Dialects;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.gateway.wire.Value;
import dev.countersign.limit.LocalLimitStore;
import dev.countersign.limit.SecondWindows;
import dev.countersign.protection.SensitiveCalls;
import dev.countersign.seal.DataKeys;
import dev.countersign.seal.Seals;
import dev.countersign.sts.TemporaryKeys;
import dev.countersign.value.RequestId;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// The whole path of a request around the dialect, with one small product: `Greet`, four times a second.
final class Stand {
    static final String VERSION = "2022-09-28";

    private final Gateway gateway;
    private final List<RuntimeException> faults = new ArrayList<>();

    /// @param relaxed whether there is no limit of calls a second
    Stand(TencentOptions options, boolean relaxed) {
        InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(Calls.NOW));
        Dialect dialect = new TencentDialect(options);
        Product product = new Product("tencent", "greetings", VERSION, true, List.of(new Greet()));
        SecureRandom random = new SecureRandom();
        Seals seals = new Seals(DataKeys.generate(random), clock, random);
        this.gateway = new Gateway(
                new Dialects(List.of(dialect)),
                new ActionRegistry(List.of(product), List.of(dialect)),
                new Authentication(
                        new FewTenants(),
                        new TemporaryKeys(new FixedTemporaryKeys(), seals, clock, random),
                        seals,
                        clock),
                new Admission(
                        new SecondWindows(new LocalLimitStore(), clock, relaxed),
                        new FixedPolicies().authorisation(clock),
                        SensitiveCalls.never(),
                        entry -> {},
                        clock),
                new Gateway.Surroundings(RequestId.from(new Random(7)), observer(), Interventions.none()));
    }

    private Observer observer() {
        return new Observer() {
            @Override
            public void answered(String dialect, String action, String code, String kind) {}

            @Override
            public void fault(RequestId id, RuntimeException cause) {
                faults.add(cause);
            }
        };
    }

    Response answer(Request request) {
        return gateway.answer(request);
    }

    List<RuntimeException> faults() {
        return faults;
    }

    /// The members of `Response`.
    static Map<String, Value> members(Response response) {
        Value.Fields whole = (Value.Fields) Json.read(response.body(), "application/json");
        return fields(whole.fields().get("Response"));
    }

    /// The code of a refusal; empty for a success.
    static String code(Response response) {
        return member(response, "Code");
    }

    static String message(Response response) {
        return member(response, "Message");
    }

    private static String member(Response response, String name) {
        Value error = members(response).get("Error");
        return error != null && fields(error).get(name) instanceof Value.Text text ? text.text() : "";
    }

    private static Map<String, Value> fields(@Nullable Value value) {
        if (value instanceof Value.Fields fields) {
            return fields.fields();
        }
        throw new AssertionError("not an object: " + value);
    }
}
