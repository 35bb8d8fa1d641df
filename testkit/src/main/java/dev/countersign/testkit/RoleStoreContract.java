package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.audit.AuditEntry;
import dev.countersign.policy.Attachment;
import dev.countersign.policy.Holder;
import dev.countersign.policy.Policy;
import dev.countersign.policy.Role;
import dev.countersign.policy.RoleStore;
import dev.countersign.policy.Tag;
import dev.countersign.refusal.RoleRefusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every store of roles keeps.
public abstract class RoleStoreContract extends StoreContract {
    private static final long TENANT = Given.TENANT.id();
    private static final long OTHER = Given.OTHER.id();
    private static final long ID = 4_611_686_018_427_387_905L;

    @Test
    void a_role_is_read_back_by_id_and_by_name() {
        Role role = role(ID, TENANT, "operator");
        assertThat(roles().add(role, 10, entry())).isTrue();

        assertThat(roles().find(TENANT, ID)).contains(role);
        assertThat(roles().named(TENANT, "operator")).contains(role);
        assertThat(roles().named(TENANT, "nobody")).isEmpty();
    }

    @Test
    void another_tenants_role_is_not_there() {
        roles().add(role(ID, OTHER, "operator"), 10, entry());

        assertThat(roles().find(TENANT, ID)).isEmpty();
        assertThat(roles().named(TENANT, "operator")).isEmpty();
        assertThat(roles().remove(TENANT, ID, entry())).isFalse();
        assertThat(roles().find(OTHER, ID)).isPresent();
    }

    @Test
    void names_ids_and_room_are_kept_apart() {
        roles().add(role(ID, TENANT, "one"), 2, entry());

        assertThat(roles().add(role(ID, TENANT, "two"), 2, entry())).isFalse();
        assertThat(refusal(() -> roles().add(role(ID + 1, TENANT, "one"), 2, entry())))
                .isEqualTo(new RoleRefusal.NameInUse());
        assertThat(roles().add(role(ID + 1, TENANT, "two"), 2, entry())).isTrue();
        assertThat(refusal(() -> roles().add(role(ID + 2, TENANT, "three"), 2, entry())))
                .isEqualTo(new RoleRefusal.RolesFull(2));
        assertThat(roles().add(role(ID + 2, OTHER, "one"), 2, entry())).isTrue();
    }

    @Test
    void a_role_that_goes_leaves_no_policy_to_one_that_comes() {
        roles().add(role(ID, TENANT, "one"), 10, entry());
        node().policies()
                .attach(
                        TENANT,
                        new Holder.OfRole(ID),
                        new Attachment(Policy.administrator(), new Attachment.Origin(clock.instant(), 0, false)),
                        10,
                        entry());

        assertThat(node().policies().ofRole(TENANT, ID)).hasSize(1);
        assertThat(roles().remove(TENANT, ID, entry())).isTrue();
        assertThat(node().policies().ofRole(TENANT, ID)).isEmpty();
        assertThat(roles().find(TENANT, ID)).isEmpty();
        assertThat(node().policies()
                        .attachments(TENANT, new Holder.OfRole(ID), 0, 10)
                        .total())
                .isZero();
        assertThat(roles().remove(TENANT, ID, entry())).isFalse();
    }

    private Role role(long id, long tenant, String name) {
        return new Role(
                id,
                tenant,
                new Role.Terms(name, "{}", "about", Duration.ofHours(1), true, List.of(new Tag("team", "a"))),
                clock.instant(),
                clock.instant());
    }

    private AuditEntry entry() {
        return AuditEntry.own(clock.instant(), TENANT, "role.changed", "role/1", Map.of());
    }

    private RoleStore roles() {
        return node().roles();
    }
}
