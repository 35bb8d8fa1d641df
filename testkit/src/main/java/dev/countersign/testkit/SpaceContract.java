package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.migration.Space;
import dev.countersign.migration.Spaces;
import dev.countersign.refusal.SpaceRefusal;
import dev.countersign.refusal.SpaceUnknown;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What every store of spaces keeps: a space is its tenant's, and a business account is bound to one.
public abstract class SpaceContract extends StoreContract {
    private static final Caller STRANGER = new Caller(
            Given.OTHER,
            new Principal(Given.OTHER.id(), Given.OTHER.id(), "stranger"),
            "AKIDother",
            "192.0.2.2",
            CALLER.request());

    @Test
    void a_space_is_told_to_its_tenant_alone() {
        Space space = new Space("C1", Given.TENANT.id(), Optional.empty());
        assertThat(node().spaces().add(space, clock.instant())).isTrue();
        assertThat(node().spaces().add(space, clock.instant())).isFalse();
        assertThat(spaces().require(CALLER, "C1")).isEqualTo(space);
        assertThat(spaces().of(CALLER)).containsExactly(space);
        assertThat(refusal(() -> spaces().require(STRANGER, "C1"))).isEqualTo(new SpaceUnknown());
        assertThat(refusal(() -> spaces().require(CALLER, "c1"))).isEqualTo(new SpaceUnknown());
        assertThat(spaces().of(STRANGER)).isEmpty();
    }

    @Test
    void a_business_account_goes_to_the_space_that_has_none_then_to_a_new_one() {
        node().spaces().add(new Space("C1", Given.TENANT.id(), Optional.empty()), clock.instant());
        assertThat(spaces().bind(CALLER, "9001")).isEqualTo(new Space("C1", Given.TENANT.id(), Optional.of("9001")));
        assertThat(spaces().bind(CALLER, "9001").id()).isEqualTo("C1");
        Space fresh = spaces().bind(CALLER, "9002");
        assertThat(fresh.id()).matches("C[0-9]{14}");
        assertThat(spaces().of(CALLER)).hasSize(2).contains(fresh);
        assertThat(refusal(() -> spaces().bind(STRANGER, "9001"))).isEqualTo(new SpaceRefusal.WabaTaken());
        for (String waba : List.of("", "a b", "x".repeat(65))) {
            assertThat(refusal(() -> spaces().bind(CALLER, waba))).isEqualTo(new SpaceRefusal.WabaInvalid());
        }
    }

    @Test
    void many_that_bind_one_account_at_the_same_time_get_one_space() {
        List<String> ids = Race.of(
                20,
                n -> new Spaces((n % 2 == 0 ? node() : installation().another()).spaces(), clock, new Random())
                        .bind(CALLER, "9001")
                        .id());
        assertThat(new TreeSet<>(ids)).hasSize(1);
        assertThat(spaces().of(CALLER)).hasSize(1);
    }

    @Test
    void a_tenant_has_so_many_spaces_and_no_more() {
        for (int n = 0; n < Spaces.MOST_SPACES; n++) {
            node().spaces().add(new Space("C" + n, Given.TENANT.id(), Optional.of("w" + n)), clock.instant());
        }
        assertThat(refusal(() -> spaces().bind(CALLER, "9001")))
                .isEqualTo(new SpaceRefusal.SpacesReached(Spaces.MOST_SPACES));
        assertThat(spaces().bind(CALLER, "w7").id()).isEqualTo("C7");
    }

    private Spaces spaces() {
        return new Spaces(node().spaces(), clock, new Random());
    }
}
