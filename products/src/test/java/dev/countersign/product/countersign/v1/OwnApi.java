package dev.countersign.product.countersign.v1;

import dev.countersign.audit.AuditEntry;
import dev.countersign.delivery.History;
import dev.countersign.delivery.HistoryStore;
import dev.countersign.delivery.Messages;
import dev.countersign.destination.Channel;
import dev.countersign.destination.Destinations;
import dev.countersign.destination.PhoneValidation;
import dev.countersign.gateway.Admission;
import dev.countersign.gateway.Authentication;
import dev.countersign.gateway.Gateway;
import dev.countersign.gateway.Interventions;
import dev.countersign.gateway.Observer;
import dev.countersign.gateway.action.ActionRegistry;
import dev.countersign.gateway.action.Product;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.dialect.Dialects;
import dev.countersign.gateway.dialect.rest.RestDialect;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.gateway.wire.Value;
import dev.countersign.limit.LocalLimitStore;
import dev.countersign.limit.SecondWindows;
import dev.countersign.nonce.LocalNonceStore;
import dev.countersign.policy.AttachedPolicies;
import dev.countersign.policy.AttachedPolicy;
import dev.countersign.policy.Authorisation;
import dev.countersign.policy.Documents;
import dev.countersign.protection.SensitiveCalls;
import dev.countersign.seal.DataKeys;
import dev.countersign.seal.Seals;
import dev.countersign.sts.IssuedKey;
import dev.countersign.sts.TemporaryKeyHolder;
import dev.countersign.sts.TemporaryKeyStore;
import dev.countersign.sts.TemporaryKeys;
import dev.countersign.tenant.Principal;
import dev.countersign.value.Bytes;
import dev.countersign.value.RequestId;
import dev.countersign.verification.Served;
import dev.countersign.verification.TestNumbers;
import dev.countersign.verification.VerificationPolicy;
import dev.countersign.verification.Verifications;
import dev.countersign.verification.Watch;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Our own API from request to answer, over verifications in memory and a clock that the test moves.
final class OwnApi {
    Instant now = Instant.parse("2027-01-01T00:00:00.123Z");

    final MemoryVerifications store = new MemoryVerifications();
    final Product product;
    final RestDialect dialect;
    private final Gateway gateway;

    OwnApi(PhoneValidation validation, Channel... served) {
        Seals seals = new Seals(DataKeys.generate(new SecureRandom()), () -> now, new SecureRandom());
        OneTenant tenants = new OneTenant(seals::lookup);
        Verifications verifications = new Verifications(
                store,
                TestNumbers.none(),
                VerificationPolicy.standard(),
                new Verifications.Surroundings(
                        () -> now, new Random(7), nobody(), () -> {}, Served.channels(Set.of(served))));
        product = CountersignV1.product(
                verifications, new Destinations(new PlainPlan(), validation), tenants, new Messages(delivered()));
        dialect = new RestDialect(List.of(product));
        gateway = new Gateway(
                new Dialects(List.of(dialect)),
                new ActionRegistry(List.of(product), List.of(dialect)),
                new Authentication(
                        tenants,
                        new TemporaryKeys(noTemporaryKeys(), seals, () -> now, new Random(3)),
                        seals,
                        new LocalNonceStore(() -> now, Instant.EPOCH, LocalNonceStore.Bounds.STANDARD),
                        () -> now),
                new Admission(
                        new SecondWindows(new LocalLimitStore(), () -> now, false),
                        new Authorisation(nothing(), new Documents(List.of()), () -> now, false),
                        SensitiveCalls.never(),
                        entry -> {},
                        () -> now),
                new Gateway.Surroundings(RequestId.from(new Random(1)), Observer.none(), Interventions.none()));
    }

    private static TemporaryKeyStore noTemporaryKeys() {
        return new TemporaryKeyStore() {
            @Override
            public void add(Principal principal, IssuedKey issued, Bytes tokenHash, AuditEntry entry) {
                throw new UnsupportedOperationException("our own API hands out no temporary keys");
            }

            @Override
            public Optional<TemporaryKeyHolder> find(String id) {
                return Optional.empty();
            }
        };
    }

    /// The keys of these tests are their tenants' roots'.
    private static AttachedPolicies nothing() {
        return new AttachedPolicies() {
            @Override
            public List<AttachedPolicy> ofUser(long tenant, long uin) {
                return List.of();
            }

            @Override
            public List<AttachedPolicy> ofRole(long tenant, long role) {
                return List.of();
            }
        };
    }

    /// The newest message of every verification has arrived.
    private static HistoryStore delivered() {
        return new HistoryStore() {
            @Override
            public Optional<History> find(long tenant, String message) {
                return Optional.empty();
            }

            @Override
            public List<History> ofVerification(long tenant, String verification) {
                return List.of();
            }

            @Override
            public Optional<String> latestState(long tenant, String verification) {
                return Optional.of("delivered");
            }
        };
    }

    private static Watch nobody() {
        return new Watch() {
            @Override
            public void spraying(long callerUin) {}

            @Override
            public void disabled(long uin, String authenticator) {}
        };
    }

    void advance(Duration by) {
        now = now.plus(by);
    }

    Response post(String path, String json, String... headers) {
        return call("POST", "csk_dev", path, json, headers);
    }

    Response get(String path) {
        return call("GET", "csk_dev", path, "");
    }

    Response call(String method, String key, String path, String json, String... more) {
        Headers.Builder headers = new Headers.Builder().add("Authorization", "Bearer " + key);
        if (!json.isEmpty()) {
            headers.add("Content-Type", "application/json");
        }
        for (int i = 0; i < more.length; i += 2) {
            headers.add(more[i], more[i + 1]);
        }
        return gateway.answer(new Request(
                method, path, "", headers.build(), Bytes.utf8(json.replace('\'', '"')), "192.0.2.1", false));
    }

    static String text(Response response, String name) {
        Value.Fields fields = (Value.Fields) Json.read(response.body(), "answer");
        return ((Value.Text) Objects.requireNonNull(fields.fields().get(name))).text();
    }
}
