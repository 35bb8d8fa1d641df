package dev.countersign.gateway.policy;

import static dev.countersign.gateway.policy.Callers.ALICE;
import static dev.countersign.gateway.policy.Callers.DEV;
import static dev.countersign.gateway.policy.Callers.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.countersign.audit.AuditEntry;
import dev.countersign.gateway.FixedTenants;
import dev.countersign.policy.Policies;
import dev.countersign.policy.Role;
import dev.countersign.policy.RoleSelection;
import dev.countersign.policy.RoleStore;
import dev.countersign.policy.Roles;
import dev.countersign.refusal.PolicyDocumentRefusal;
import dev.countersign.refusal.Refusal;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.RoleRefusal;
import dev.countersign.tenant.Caller;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RolesTest {
    private final Few store = new Few();
    private final FixedTenants tenants = new FixedTenants();
    private final Roles roles =
            new Roles(store, tenants, new TencentGrammar(), new Policies.Surroundings(() -> NOW, new Random(3)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'effect':'allow','action':'name/sts:AssumeRole','principal':{'qcs':['qcs::cam::uin/100000000001:uin/100000000011']} | true",
                "'effect':'allow','action':'sts:*','principal':{'qcs':'qcs::cam::uin/100000000001:root'} | true",
                "'effect':'allow','action':'sts:AssumeRole','principal':{'qcs':['qcs::cam::uin/100000000001:uin/100000000001']} | false",
                "'effect':'allow','action':'sts:GetCallerIdentity','principal':{'qcs':['qcs::cam::uin/100000000001:root']} | false",
                "'effect':'allow','action':'sts:AssumeRole','principal':{'service':['cls.cloud.tencent.com']} | false",
                "'effect':'deny','action':'sts:AssumeRole','principal':{'qcs':['qcs::cam::uin/100000000001:root']} | false",
                "'effect':'allow','action':'sts:AssumeRole','principal':{'qcs':['qcs::cam::uin/100000000001:root']},'condition':{'ip_equal':{'qcs:ip':'10.0.0.0/8'}} | false"
            })
    void the_trust_document_says_who_may_assume_a_role(String members, boolean may) {
        assertThat(roles.mayAssume(role(members), Callers.alice(), Optional.empty()))
                .isEqualTo(may);
    }

    @Test
    void a_statement_that_denies_wins() {
        String root = "'action':'sts:AssumeRole','principal':{'qcs':['qcs::cam::uin/100000000001:root']}";
        Role role = role("'effect':'allow'," + root + "},{'effect':'deny'," + root
                + ",'condition':{'bool_equal':{'qcs:mfaPresent':'false'}}");
        assertThat(roles.mayAssume(role, Callers.alice(), Optional.empty())).isFalse();
        assertThat(roles.mayAssume(
                        role, Callers.with(ALICE, Callers.session(Optional.empty(), true)), Optional.empty()))
                .isTrue();
    }

    @Test
    void who_acts_as_a_role_or_is_of_another_tenant_assumes_none() {
        Role role = role(
                "'effect':'allow','action':'sts:AssumeRole','principal':{'qcs':['qcs::cam::uin/100000000001:root']}");
        assertThat(roles.mayAssume(role, Callers.with(ALICE, Callers.assumed(5, Optional.empty())), Optional.empty()))
                .isFalse();
        Role theirs = new Role(9, 100_000_000_002L, role.terms(), NOW, NOW);
        assertThat(roles.mayAssume(theirs, Callers.alice(), Optional.empty())).isFalse();
    }

    @Test
    void a_role_is_found_by_name_or_by_id_in_its_tenant_alone() {
        Caller root = Callers.root();
        long id = roles.create(root, terms("operator", service()));
        Role role = roles.find(DEV, "operator").orElseThrow();
        assertThat(role.id()).isEqualTo(id);
        assertThat(role.arn()).isEqualTo("qcs::cam::uin/100000000001:roleName/operator");
        assertThat(roles.find(DEV, Long.toString(id))).contains(role);
        assertThat(roles.find(100_000_000_002L, "operator")).isEmpty();
        assertThat(roles.find(100_000_000_002L, Long.toString(id))).isEmpty();
        assertThat(roles.find(DEV, "0" + id)).isEmpty();
        assertThat(roles.find(DEV, "99999999999999999999")).isEmpty();
        assertThat(refusal(() -> roles.require(root, new RoleSelection.ById("x"))))
                .isEqualTo(new RoleRefusal.RoleUnknown());
    }

    @Test
    void whom_a_role_trusts_must_exist_in_its_tenant() {
        for (String name : List.of(
                "qcs::cam::uin/100000000002:root",
                "qcs::cam::uin/100000000001:uin/100000000099",
                "qcs::cam::uin/100000000002:uin/100000000002")) {
            String trust = trust("'effect':'allow','action':'sts:AssumeRole','principal':{'qcs':['" + name + "']}");
            assertThat(refusal(() -> roles.create(Callers.root(), terms("r", trust))))
                    .as(name)
                    .isEqualTo(new PolicyDocumentRefusal.PrincipalUnknown());
        }
        assertThat(store.roles).isEmpty();
    }

    @Test
    void a_role_is_made_only_under_a_name_that_a_role_can_have() {
        for (String name : List.of("", "a b", "ä", "x".repeat(129))) {
            assertThat(refusal(() -> roles.create(Callers.root(), terms(name, service()))))
                    .isEqualTo(new RoleRefusal.NameInvalid());
        }
    }

    private static Refusal refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return catchThrowableOfType(Refused.class, work).refusal();
    }

    private static Role role(String members) {
        return new Role(7, DEV, terms("r", trust(members)), NOW, NOW);
    }

    private static String service() {
        return trust("'effect':'allow','action':'sts:AssumeRole','principal':{'service':['a.example']}");
    }

    private static String trust(String members) {
        return ("{'version':'2.0','statement':[{" + members + "}]}").replace('\'', '"');
    }

    private static Role.Terms terms(String name, String trust) {
        return new Role.Terms(name, trust, "", Duration.ofHours(1), false, List.of());
    }

    /// Roles in a map.
    private static final class Few implements RoleStore {
        private final Map<Long, Role> roles = new LinkedHashMap<>();

        @Override
        public Optional<Role> find(long tenant, long id) {
            return Optional.ofNullable(roles.get(id)).filter(role -> role.tenant() == tenant);
        }

        @Override
        public Optional<Role> named(long tenant, String name) {
            return roles.values().stream()
                    .filter(role -> role.tenant() == tenant && role.name().equals(name))
                    .findFirst();
        }

        @Override
        public boolean add(Role role, int most, AuditEntry entry) {
            return roles.putIfAbsent(role.id(), role) == null;
        }

        @Override
        public boolean remove(long tenant, long id, AuditEntry entry) {
            return find(tenant, id).isPresent() && roles.remove(id) != null;
        }
    }
}
