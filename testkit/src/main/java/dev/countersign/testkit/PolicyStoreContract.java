package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.audit.AuditEntry;
import dev.countersign.policy.AttachedPolicy;
import dev.countersign.policy.Attachment;
import dev.countersign.policy.Holder;
import dev.countersign.policy.ListedPolicy;
import dev.countersign.policy.Page;
import dev.countersign.policy.Policy;
import dev.countersign.policy.PolicyQuery;
import dev.countersign.policy.PolicyQuery.Scope;
import dev.countersign.policy.PolicyStore;
import dev.countersign.policy.Tag;
import dev.countersign.refusal.PolicyRefusal;
import dev.countersign.refusal.Refusal;
import dev.countersign.refusal.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every store of policies keeps.
public abstract class PolicyStoreContract extends StoreContract {
    private static final long TENANT = Given.TENANT.id();
    private static final long OTHER = Given.OTHER.id();
    private static final int MANY = 100;
    private static final Holder ALICE = new Holder.OfUser(100_000_000_011L);
    private static final Holder ROLE = new Holder.OfRole(4_611_686_018_427_387_905L);

    @Test
    void a_policy_is_read_back_by_id_and_by_name() {
        Policy policy = policy(101, TENANT, "a=b");
        assertThat(policies().add(policy, MANY, entry())).isTrue();

        assertThat(policies().find(TENANT, 101)).contains(policy);
        assertThat(policies().named(TENANT, "a=b")).contains(policy);
        assertThat(policies().named(TENANT, "A=B")).isEmpty();
    }

    @Test
    void the_preset_policy_is_everybodys() {
        for (long tenant : new long[] {TENANT, OTHER}) {
            assertThat(policies().find(tenant, Policy.ADMINISTRATOR)).contains(Policy.administrator());
            assertThat(policies().named(tenant, "AdministratorAccess")).isPresent();
        }
    }

    @Test
    void another_tenants_policy_is_not_there() {
        policies().add(policy(101, OTHER, "theirs"), MANY, entry());

        assertThat(policies().find(TENANT, 101)).isEmpty();
        assertThat(policies().named(TENANT, "theirs")).isEmpty();
        assertThat(policies().change(policy(101, TENANT, "mine"), entry())).isFalse();
        assertThat(policies().remove(TENANT, List.of(101L), entry())).isFalse();
        assertThat(refusal(() -> attach(TENANT, ALICE, policy(101, OTHER, "theirs"), MANY)))
                .isEqualTo(new PolicyRefusal.PolicyUnknown());
        assertThat(list(TENANT, Scope.OWN, "").items()).isEmpty();
        assertThat(policies().find(OTHER, 101)).isPresent();
    }

    @Test
    void a_name_is_given_once_in_a_tenant() {
        policies().add(policy(101, TENANT, "one"), MANY, entry());
        policies().add(policy(102, TENANT, "two"), MANY, entry());

        assertThat(refusal(() -> policies().add(policy(103, TENANT, "one"), MANY, entry())))
                .isEqualTo(new PolicyRefusal.NameInUse());
        assertThat(refusal(() -> policies().add(policy(103, TENANT, "AdministratorAccess"), MANY, entry())))
                .isEqualTo(new PolicyRefusal.NameInUse());
        assertThat(refusal(() -> policies().change(policy(102, TENANT, "one"), entry())))
                .isEqualTo(new PolicyRefusal.NameInUse());
        assertThat(policies().add(policy(103, OTHER, "one"), MANY, entry())).isTrue();
    }

    @Test
    void an_id_is_given_once_at_all() {
        assertThat(policies().add(policy(101, TENANT, "one"), MANY, entry())).isTrue();
        assertThat(policies().add(policy(101, OTHER, "one"), MANY, entry())).isFalse();
        assertThat(policies().find(OTHER, 101)).isEmpty();
    }

    @Test
    void a_tenant_has_no_more_than_it_may_however_many_try_at_once() {
        List<Boolean> done = Race.of(20, n -> {
            PolicyStore of = n % 2 == 0 ? policies() : installation().another().policies();
            return accepts(() -> of.add(policy(200 + n, TENANT, "p" + n), 7, entry()));
        });

        assertThat(done).filteredOn(added -> added).hasSize(7);
        assertThat(list(TENANT, Scope.OWN, "").total()).isEqualTo(7);
    }

    @Test
    void a_change_keeps_what_it_does_not_change() {
        Policy before = policy(101, TENANT, "one");
        policies().add(before, MANY, entry());
        later(Duration.ofMinutes(1));
        Policy after = policy(101, TENANT, "renamed");

        assertThat(policies().change(after, entry())).isTrue();
        Policy read = policies().find(TENANT, 101).orElseThrow();
        assertThat(read.name()).isEqualTo("renamed");
        assertThat(read.createdAt()).isEqualTo(before.createdAt());
        assertThat(read.updatedAt()).isEqualTo(after.updatedAt());
    }

    @Test
    void what_is_attached_decides_until_it_is_detached_or_deleted() {
        Policy policy = policy(101, TENANT, "one");
        policies().add(policy, MANY, entry());
        attach(TENANT, ALICE, policy, MANY);
        attach(TENANT, ALICE, policy, MANY);
        attach(TENANT, ALICE, Policy.administrator(), MANY);
        attach(TENANT, ROLE, policy, MANY);

        AttachedPolicy asked = new AttachedPolicy(101, "one", "tencent", "{}");
        assertThat(policies().ofUser(TENANT, 100_000_000_011L))
                .extracting(AttachedPolicy::id)
                .containsExactly(1L, 101L);
        assertThat(policies().ofRole(TENANT, 4_611_686_018_427_387_905L)).containsExactly(asked);
        assertThat(policies().ofUser(OTHER, 100_000_000_011L)).isEmpty();
        policies().detach(TENANT, ALICE, Policy.ADMINISTRATOR, entry());
        assertThat(policies().ofUser(TENANT, 100_000_000_011L)).containsExactly(asked);
        assertThat(policies().remove(TENANT, List.of(101L), entry())).isTrue();
        assertThat(policies().ofUser(TENANT, 100_000_000_011L)).isEmpty();
        assertThat(policies().ofRole(TENANT, 4_611_686_018_427_387_905L)).isEmpty();
    }

    @Test
    void a_changed_document_decides_at_once() {
        policies().add(policy(101, TENANT, "one"), MANY, entry());
        attach(TENANT, ALICE, policy(101, TENANT, "one"), MANY);
        for (int n = 0; n < 20; n++) {
            String document = "{\"n\":" + n + "}";
            policies().change(policy(101, TENANT, "one", document), entry());
            assertThat(policies().ofUser(TENANT, 100_000_000_011L))
                    .extracting(AttachedPolicy::document)
                    .containsExactly(document);
        }
    }

    @Test
    void nobody_has_more_than_it_may() {
        for (int n = 0; n < 4; n++) {
            policies().add(policy(101 + n, TENANT, "p" + n), MANY, entry());
        }
        attach(TENANT, ALICE, policy(101, TENANT, "p0"), 2);
        attach(TENANT, ALICE, policy(102, TENANT, "p1"), 2);

        assertThat(refusal(() -> attach(TENANT, ALICE, policy(103, TENANT, "p2"), 2)))
                .isEqualTo(new PolicyRefusal.AttachmentsFull(2));
        attach(TENANT, ALICE, policy(102, TENANT, "p1"), 2);
        assertThat(policies().attachments(TENANT, ALICE, 0, 10).total()).isEqualTo(2);
    }

    @Test
    void attachments_are_paged_with_how_they_came() {
        for (int n = 0; n < 3; n++) {
            policies().add(policy(101 + n, TENANT, "p" + n), MANY, entry());
            attach(TENANT, ALICE, policy(101 + n, TENANT, "p" + n), MANY);
        }
        policies().alias(TENANT, Policy.ADMINISTRATOR, "ours", entry());
        attach(TENANT, ALICE, Policy.administrator(), MANY);

        Page<Attachment> page = policies().attachments(TENANT, ALICE, 1, 2);
        assertThat(page.total()).isEqualTo(4);
        assertThat(page.items()).extracting(one -> one.policy().id()).containsExactly(101L, 102L);
        assertThat(page.items().getFirst().origin()).isEqualTo(new Attachment.Origin(clock.instant(), 7, true));
        assertThat(policies()
                        .attachments(TENANT, ALICE, 0, 1)
                        .items()
                        .getFirst()
                        .policy()
                        .alias())
                .isEqualTo("ours");
        assertThat(policies().find(OTHER, Policy.ADMINISTRATOR).orElseThrow().alias())
                .isEmpty();
    }

    @Test
    void deleting_is_all_or_nothing_and_never_of_a_preset_one() {
        policies().add(policy(101, TENANT, "one"), MANY, entry());

        assertThat(policies().remove(TENANT, List.of(101L, 999L), entry())).isFalse();
        assertThat(policies().remove(TENANT, List.of(101L, Policy.ADMINISTRATOR), entry()))
                .isFalse();
        assertThat(policies().find(TENANT, 101)).isPresent();
        assertThat(policies().change(policy(Policy.ADMINISTRATOR, TENANT, "mine"), entry()))
                .isFalse();
    }

    @Test
    void the_list_is_filtered_counted_and_paged() {
        for (String name : List.of("Alpha_1", "beta%", "alphabet", "gamma")) {
            policies().add(policy(100 + name.length() * 10 + name.charAt(0), TENANT, name), MANY, entry());
        }
        Policy gamma = policies().named(TENANT, "gamma").orElseThrow();
        attach(TENANT, ALICE, gamma, MANY);
        attach(TENANT, ROLE, gamma, MANY);
        attach(OTHER, ALICE, Policy.administrator(), MANY);

        assertThat(names(list(TENANT, Scope.ALL, "ALPHA"))).containsExactlyInAnyOrder("Alpha_1", "alphabet");
        assertThat(names(list(TENANT, Scope.OWN, "%"))).containsExactly("beta%");
        assertThat(names(list(TENANT, Scope.OWN, "_"))).containsExactly("Alpha_1");
        assertThat(names(list(TENANT, Scope.PRESET, ""))).containsExactly("AdministratorAccess");
        assertThat(list(TENANT, Scope.PRESET, "").items().getFirst().users()).isZero();
        ListedPolicy listed = list(TENANT, Scope.ALL, "gamma").items().getFirst();
        assertThat(listed.users()).isEqualTo(1);
        assertThat(listed.roles()).isEqualTo(1);
        Page<ListedPolicy> page = policies().list(TENANT, new PolicyQuery(Scope.ALL, "", 1, 2));
        assertThat(page.total()).isEqualTo(5);
        assertThat(page.items()).hasSize(2);
    }

    private Page<ListedPolicy> list(long tenant, Scope scope, String keyword) {
        return policies().list(tenant, new PolicyQuery(scope, keyword, 0, 50));
    }

    private static List<String> names(Page<ListedPolicy> page) {
        return page.items().stream().map(one -> one.policy().name()).toList();
    }

    private boolean attach(long tenant, Holder holder, Policy policy, int most) {
        policies()
                .attach(
                        tenant,
                        holder,
                        new Attachment(policy, new Attachment.Origin(clock.instant(), 7, true)),
                        most,
                        entry());
        return true;
    }

    private static boolean accepts(java.util.function.BooleanSupplier work) {
        try {
            return work.getAsBoolean();
        } catch (Refused refused) {
            Refusal refusal = refused.refusal();
            assertThat(refusal).isInstanceOf(PolicyRefusal.PoliciesFull.class);
            return false;
        }
    }

    private AuditEntry entry() {
        return AuditEntry.own(clock.instant(), TENANT, "policy.changed", "policyid/1", Map.of());
    }

    private Policy policy(long id, long tenant, String name) {
        return policy(id, tenant, name, "{}");
    }

    private Policy policy(long id, long tenant, String name, String document) {
        return new Policy(
                id,
                tenant,
                "tencent",
                new Policy.Text(name, document, "about 中文", List.of(new Tag("a=%3D", "x=y"), new Tag("team", ""))),
                "",
                clock.instant(),
                clock.instant());
    }

    private PolicyStore policies() {
        return node().policies();
    }
}
