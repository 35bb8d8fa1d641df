package dev.countersign.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.audit.AuditEntry;
import dev.countersign.refusal.ProtectionRefusal;
import dev.countersign.refusal.Refusal;
import dev.countersign.refusal.Refused;
import dev.countersign.tenant.AccessKey;
import dev.countersign.tenant.ApiKeyHolder;
import dev.countersign.tenant.Bound;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.KeyHolder;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.TemporaryKey;
import dev.countersign.tenant.TemporaryKey.AssumedRole;
import dev.countersign.tenant.Tenant;
import dev.countersign.tenant.TenantStore;
import dev.countersign.value.Bytes;
import dev.countersign.value.Cause;
import dev.countersign.value.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// Who may change whose protection, and who may make sensitive calls.
final class ProtectionsTest {
    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
    private static final Tenant TENANT = new Tenant(1, "1", "t", Set.of(), Optional.empty());
    private static final Principal ROOT = new Principal(1, 1, "t");
    private static final Principal ALICE = new Principal(11, 1, "alice");
    private static final ProtectionChange OFF = ProtectionChange.of(Choice.none(), Choice.none());
    private static final ProtectionChange TOKEN = ProtectionChange.of(Choice.of(Method.STOKEN), Choice.keep());

    private final Kept kept = new Kept();
    private final Protections guarding = new Protections(kept, new People(), () -> NOW, true);
    private final Protections trusting = new Protections(kept, new People(), () -> NOW, false);

    private static Caller caller(Principal principal, Optional<TemporaryKey> temporary) {
        return new Caller(
                TENANT,
                principal,
                "AKID",
                temporary,
                "192.0.2.1",
                Cause.page(RequestId.from(new Random(1)).get()));
    }

    private static Caller permanent(Principal principal) {
        return caller(principal, Optional.empty());
    }

    private static Caller temporary(Principal principal, Optional<AssumedRole> role, Optional<Instant> mfaAt) {
        return caller(principal, Optional.of(new TemporaryKey(NOW.plusSeconds(60), role, Optional.empty(), mfaAt)));
    }

    private static void refused(ThrowingCallable call, Refusal refusal) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refused.class, one -> assertThat(one.refusal()).isEqualTo(refusal));
    }

    @Test
    void one_lowers_ones_own_only_with_a_key_that_shows_a_second_factor() {
        guarding.change(permanent(ALICE), 11, TOKEN);
        refused(() -> guarding.change(permanent(ALICE), 11, OFF), new ProtectionRefusal.NotAllowed());
        refused(
                () -> guarding.change(temporary(ALICE, Optional.empty(), Optional.empty()), 11, OFF),
                new ProtectionRefusal.NotAllowed());
        assertThat(guarding.change(temporary(ALICE, Optional.empty(), Optional.of(NOW)), 11, OFF))
                .isEqualTo(Protection.NONE);

        trusting.change(permanent(ALICE), 11, TOKEN);
        assertThat(trusting.change(permanent(ALICE), 11, OFF)).isEqualTo(Protection.NONE);
    }

    @Test
    void the_root_lowers_a_users_but_not_its_own_without_a_second_factor() {
        guarding.change(permanent(ALICE), 11, TOKEN);
        assertThat(guarding.change(permanent(ROOT), 11, OFF)).isEqualTo(Protection.NONE);
        guarding.change(permanent(ROOT), 1, TOKEN);
        refused(() -> guarding.change(permanent(ROOT), 1, OFF), new ProtectionRefusal.NotAllowed());
    }

    @Test
    void only_the_root_as_itself_changes_the_root() {
        assertThat(trusting.change(permanent(ROOT), 1, TOKEN).login()).contains(Method.STOKEN);
        refused(() -> trusting.change(permanent(ALICE), 1, TOKEN), new ProtectionRefusal.NotAllowed());
        Caller inRole = temporary(ROOT, Optional.of(new AssumedRole(7, "r", "s")), Optional.of(NOW));
        refused(() -> trusting.change(inRole, 1, TOKEN), new ProtectionRefusal.NotAllowed());
    }

    @Test
    void a_refused_change_reaches_no_store_when_the_principal_is_at_fault() {
        refused(() -> trusting.change(permanent(ROOT), 0, TOKEN), new ProtectionRefusal.UinInvalid());
        refused(() -> trusting.change(permanent(ROOT), 12, TOKEN), new ProtectionRefusal.UserUnknown());
        refused(() -> trusting.of(permanent(ROOT), -1), new ProtectionRefusal.UinInvalid());
        refused(() -> trusting.of(permanent(ROOT), 12), new ProtectionRefusal.UserUnknown());
        refused(() -> trusting.own(permanent(new Principal(12, 1, "gone"))), new ProtectionRefusal.UserUnknown());
        assertThat(kept.entries).isEmpty();
    }

    @Test
    void the_audit_says_who_changed_which_half_to_what() {
        trusting.change(permanent(ROOT), 11, TOKEN);
        trusting.place(
                1,
                11,
                new ProtectionChange(Choice.keep(), Choice.none(), Optional.of(Offsite.NONE), Optional.of(true)));

        assertThat(kept.entries.getFirst().event()).isEqualTo("protection.changed");
        assertThat(kept.entries.getFirst().actor()).isEqualTo(1);
        assertThat(kept.entries.getFirst().subject()).isEqualTo("uin/11");
        assertThat(kept.entries.getFirst().facts()).isEqualTo(Map.of("login", "Stoken"));
        assertThat(kept.entries.getLast().actor()).isZero();
        assertThat(kept.entries.getLast().facts())
                .isEqualTo(Map.of("operation", "None", "offsite", "not verified", "prompt-trust", "yes"));
    }

    @Test
    void sensitive_calls_need_a_second_factor_younger_than_ten_minutes() {
        SensitiveCalls calls = new SensitiveCalls(kept.rules);
        kept.rules.put(1, TenantRules.NONE, AuditEntry.own(NOW, 1, "e", "s", Map.of()));
        assertThat(calls.allow(permanent(ROOT), NOW)).isTrue();
        kept.rules.put(
                1,
                new TenantRules(true, false, false, Optional.empty(), List.of()),
                AuditEntry.own(NOW, 1, "e", "s", Map.of()));

        assertThat(calls.allow(permanent(ROOT), NOW)).isFalse();
        assertThat(calls.allow(temporary(ALICE, Optional.empty(), Optional.empty()), NOW))
                .isFalse();
        Caller shown = temporary(ALICE, Optional.empty(), Optional.of(NOW));
        assertThat(calls.allow(shown, NOW)).isTrue();
        assertThat(calls.allow(shown, NOW.plus(Duration.ofMinutes(10)).minusMillis(1)))
                .isTrue();
        assertThat(calls.allow(shown, NOW.plus(Duration.ofMinutes(10)))).isFalse();
        assertThat(SensitiveCalls.never().allow(permanent(ROOT), NOW)).isTrue();
    }

    /// Protections by UIN, everything bound, and rules.
    private static final class Kept implements ProtectionStore {
        private final SortedMap<Long, Protection> all = new TreeMap<>();
        private final List<AuditEntry> entries = new ArrayList<>();
        private final KeptRules rules = new KeptRules();

        @Override
        public Protection of(long tenant, long uin) {
            return all.getOrDefault(uin, Protection.NONE);
        }

        @Override
        public SortedMap<Long, Protection> list(long tenant, int most) {
            return all;
        }

        @Override
        public Protection change(long tenant, long uin, ProtectionPolicy policy, AuditEntry entry) {
            Protection decided = policy.decide(new Standing(of(tenant, uin), rules.of(tenant), true, true, true));
            all.put(uin, decided);
            entries.add(entry);
            return decided;
        }
    }

    /// Rules by tenant.
    private static final class KeptRules implements TenantRulesStore {
        private final Map<Long, TenantRules> all = new HashMap<>();

        @Override
        public TenantRules of(long tenant) {
            return all.getOrDefault(tenant, TenantRules.NONE);
        }

        @Override
        public void put(long tenant, TenantRules rules, AuditEntry entry) {
            all.put(tenant, rules);
        }
    }

    /// The root and alice.
    private static final class People implements TenantStore {
        @Override
        public Optional<KeyHolder> accessKey(String id) {
            return Optional.empty();
        }

        @Override
        public boolean disabled(String id) {
            return false;
        }

        @Override
        public Optional<ApiKeyHolder> apiKey(Bytes hash) {
            return Optional.empty();
        }

        @Override
        public Optional<Principal> principal(long tenant, long uin) {
            return List.of(ROOT, ALICE).stream().filter(one -> one.uin() == uin).findFirst();
        }

        @Override
        public Optional<Bound> bound(long tenant, long uin) {
            return principal(tenant, uin).map(known -> Bound.NOTHING);
        }

        @Override
        public Optional<Tenant> tenant(long id) {
            return Optional.of(TENANT);
        }

        @Override
        public boolean isEmpty() {
            return false;
        }

        @Override
        public void add(Tenant tenant) {
            throw new UnsupportedOperationException("these tenants are fixed");
        }

        @Override
        public boolean put(UserRecord user) {
            throw new UnsupportedOperationException("these tenants are fixed");
        }

        @Override
        public void addAccessKey(long uin, AccessKey key) {
            throw new UnsupportedOperationException("these tenants are fixed");
        }

        @Override
        public void addApiKey(Bytes hash, long uin, Set<String> scopes) {
            throw new UnsupportedOperationException("these tenants are fixed");
        }
    }
}
