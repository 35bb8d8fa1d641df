package dev.countersign.gateway;

import dev.countersign.audit.AuditEntry;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionRegistry;
import dev.countersign.gateway.action.Product;
import dev.countersign.gateway.dialect.Dialects;
import dev.countersign.gateway.dialect.rest.RestDialect;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.limit.LocalLimitStore;
import dev.countersign.limit.SecondWindows;
import dev.countersign.protection.SensitiveCalls;
import dev.countersign.protection.TenantRules;
import dev.countersign.protection.TenantRulesStore;
import dev.countersign.seal.DataKeys;
import dev.countersign.seal.Seals;
import dev.countersign.sts.TemporaryKeys;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.Tenant;
import dev.countersign.value.Bytes;
import dev.countersign.value.RequestId;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// A gateway with our own dialect, one sample product, one tenant, and a clock that stands still.
public final class SampleWorld {
    /// The time.
    public static final Instant NOW = Instant.parse("2027-01-01T00:00:00.250Z");

    /// A tenant that has subscribed to nothing.
    public static final Tenant TENANT =
            new Tenant(100000000001L, "1000000000000001", "dev", Set.of(), Optional.empty());

    /// Its root.
    public static final Principal ROOT = new Principal(100000000001L, 100000000001L, "dev");

    /// The observer's record: `dialect action code kind`.
    public final List<String> answered = new ArrayList<>();

    /// What the observer heard of faults.
    public final List<RuntimeException> faults = new ArrayList<>();

    /// Whether the tenant lets only callers with a second factor make sensitive calls.
    public boolean protectsCalls;

    /// The tenants and keys.
    public final FixedTenants tenants = new FixedTenants();

    /// The temporary keys.
    public final FixedTemporaryKeys temporaryKeys = new FixedTemporaryKeys();
    /// Who has which policies.
    public final FixedPolicies policies = new FixedPolicies();

    /// What the audit heard.
    public final List<AuditEntry> audited = new ArrayList<>();

    /// Makes lookup hashes of keys.
    public final Seals seals = new Seals(DataKeys.generate(new SecureRandom()), () -> NOW, new SecureRandom());

    /// What is published.
    public final Product product;

    /// The dialect.
    public final RestDialect dialect;

    /// The path.
    public final Gateway gateway;

    /// A world with these actions and the key `csk_sample`, which may do everything.
    public SampleWorld(Interventions interventions, Action<?, ?>... actions) {
        product = new Product("rest", "sample", "v1", false, List.of(actions));
        dialect = new RestDialect(List.of(product));
        key("csk_sample", ROOT, Set.of("*"), Optional.empty());
        gateway = new Gateway(
                new Dialects(List.of(dialect)),
                new ActionRegistry(List.of(product), List.of(dialect)),
                new Authentication(
                        tenants, new TemporaryKeys(temporaryKeys, seals, () -> NOW, new Random(1)), seals, () -> NOW),
                new Admission(
                        new SecondWindows(new LocalLimitStore(), () -> NOW, false),
                        policies.authorisation(() -> NOW),
                        new SensitiveCalls(rules()),
                        audited::add,
                        () -> NOW),
                new Gateway.Surroundings(RequestId.from(new Random(1)), observer(), interventions));
    }

    /// Adds a bearer key.
    public void key(String key, Principal principal, Set<String> scopes, Optional<Instant> expiresAt) {
        tenants.bearer(seals.lookup("api-key", key), principal, TENANT, scopes, expiresAt);
    }

    private TenantRulesStore rules() {
        return new TenantRulesStore() {
            @Override
            public TenantRules of(long tenant) {
                return new TenantRules(protectsCalls, false, false, Optional.empty(), List.of());
            }

            @Override
            public void put(long tenant, TenantRules rules, AuditEntry entry) {
                throw new UnsupportedOperationException("set protectsCalls");
            }
        };
    }

    private Observer observer() {
        return new Observer() {
            @Override
            public void answered(String dialect, String action, String code, String kind) {
                answered.add(dialect + " " + action + " " + code + " " + kind);
            }

            @Override
            public void fault(RequestId id, RuntimeException cause) {
                faults.add(cause);
            }
        };
    }

    /// A POST with the sample key and a JSON body.
    public Response post(String path, String json) {
        return gateway.answer(request(
                "POST",
                path,
                "",
                Headers.of("Authorization", "Bearer csk_sample", "Content-Type", "application/json"),
                json));
    }

    /// A request of our own.
    public static Request request(String method, String path, String query, Headers headers, String body) {
        return new Request(method, path, query, headers, Bytes.utf8(body), "192.0.2.1", false);
    }
}
