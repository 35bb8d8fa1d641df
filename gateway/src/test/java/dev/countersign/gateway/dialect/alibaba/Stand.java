package dev.countersign.gateway.dialect.alibaba;

import dev.countersign.gateway.Admission;
import dev.countersign.gateway.Authentication;
import dev.countersign.gateway.FixedPolicies;
import dev.countersign.gateway.FixedTemporaryKeys;
import dev.countersign.gateway.FixedTenants;
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
import dev.countersign.nonce.LocalNonceStore;
import dev.countersign.protection.SensitiveCalls;
import dev.countersign.seal.DataKeys;
import dev.countersign.seal.Seals;
import dev.countersign.sts.TemporaryKeyHolder;
import dev.countersign.sts.TemporaryKeys;
import dev.countersign.tenant.AccessKey;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.TemporaryKey;
import dev.countersign.tenant.Tenant;
import dev.countersign.value.RequestId;
import dev.countersign.value.Secret;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// The whole path of a request around the dialect, with one small product: `Greet`, ten times a second.
final class Stand {
    static final String VERSION = "2020-06-06";
    static final String SECRET = "s3cret";
    static final String TOKEN = "0123456789012345678901234567890123456789012";
    static final String OLD_TOKEN = "9123456789012345678901234567890123456789012";
    private static final Instant NOW = Instant.parse(Signer.DATE);
    private static final Tenant TENANT =
            new Tenant(100_000_000_001L, "1000000000000001", "dev", Set.of(), Optional.empty());

    final List<RuntimeException> faults = new ArrayList<>();
    private final Gateway gateway;

    Stand(AlibabaOptions options) {
        InstantSource clock = InstantSource.fixed(NOW);
        SecureRandom random = new SecureRandom();
        Seals seals = new Seals(DataKeys.generate(random), clock, random);
        FixedTenants tenants = new FixedTenants();
        Principal root = new Principal(TENANT.id(), TENANT.id(), "dev");
        Principal bob = new Principal(12, TENANT.id(), "bob");
        for (String id : List.of("LTAIroot", "AKIDroot")) {
            tenants.signing(new AccessKey(id, Secret.of(SECRET)), root, TENANT);
        }
        tenants.signing(new AccessKey("LTAIbob", Secret.of(SECRET)), bob, TENANT);
        tenants.signing(new AccessKey("LTAIoff", Secret.of(SECRET)), bob, TENANT);
        tenants.disable("LTAIoff");
        tenants.bearer(seals.lookup("api-key", "csk_all"), root, TENANT, Set.of("*"), Optional.empty());
        tenants.bearer(seals.lookup("api-key", "csk_old"), root, TENANT, Set.of("*"), Optional.of(NOW));
        tenants.bearer(
                seals.lookup("api-key", "csk_some"), root, TENANT, Set.of("verifications:send"), Optional.empty());
        FixedTemporaryKeys temporary = new FixedTemporaryKeys();
        temporary.holding(holder(seals, "STS.live", TOKEN, root, NOW.plusSeconds(60)));
        temporary.holding(holder(seals, "STS.ended", OLD_TOKEN, root, NOW.minusSeconds(60)));
        Dialect dialect = new AlibabaDialect(options, request -> false);
        Product product = new Product("alibaba", "greetings", VERSION, false, List.of(new Greet()));
        this.gateway = new Gateway(
                new Dialects(List.of(dialect)),
                new ActionRegistry(List.of(product), List.of(dialect)),
                new Authentication(
                        tenants,
                        new TemporaryKeys(temporary, seals, clock, random),
                        seals,
                        new LocalNonceStore(clock, Instant.MIN, LocalNonceStore.Bounds.STANDARD),
                        clock),
                new Admission(
                        new SecondWindows(new LocalLimitStore(), clock, false),
                        new FixedPolicies().authorisation(clock),
                        SensitiveCalls.never(),
                        entry -> {},
                        clock),
                new Gateway.Surroundings(RequestId.from(new Random(7)), observer(), Interventions.none()));
    }

    private static TemporaryKeyHolder holder(
            Seals seals, String id, String token, Principal principal, Instant expiresAt) {
        return new TemporaryKeyHolder(
                new AccessKey(id, Secret.of(SECRET)),
                seals.lookup("session-token", token),
                principal,
                TENANT,
                new TemporaryKey(expiresAt, Optional.empty(), Optional.empty(), Optional.empty()));
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

    /// The status and the code of a JSON answer: `400 MissingAction`, `200`.
    String outcome(Request request) {
        Response response = answer(request);
        return (response.status() + " " + text(response, "Code")).strip();
    }

    static String text(Response response, String name) {
        return fields(response).fields().get(name) instanceof Value.Text text ? text.text() : "";
    }

    static Value.Fields fields(Response response) {
        return (Value.Fields) Json.read(response.body(), "application/json");
    }
}
