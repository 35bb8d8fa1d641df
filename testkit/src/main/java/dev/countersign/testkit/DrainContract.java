package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.audit.AuditEntry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every store of drained carriers keeps.
public abstract class DrainContract extends StoreContract {
    @Test
    void a_drained_carrier_is_drained_for_every_process_until_that_is_ended() {
        assertThat(node().drains().drained()).isEmpty();
        assertThat(node().drains().drain("one", true, entry())).isTrue();
        assertThat(node().drains().drain("two", true, entry())).isTrue();

        assertThat(installation().another().drains().drained()).containsExactlyInAnyOrder("one", "two");
        assertThat(installation().another().drains().drain("one", false, entry()))
                .isTrue();
        assertThat(node().drains().drained()).containsExactly("two");
    }

    @Test
    void what_is_so_already_is_no_change() {
        node().drains().drain("one", true, entry());

        assertThat(node().drains().drain("one", true, entry())).isFalse();
        assertThat(node().drains().drain("two", false, entry())).isFalse();
    }

    @Test
    void of_many_who_drain_at_once_one_changes_it() {
        List<Boolean> changed = Race.of(
                20,
                n -> (n % 2 == 0 ? node() : installation().another()).drains().drain("one", true, entry()));

        assertThat(changed.stream().filter(one -> one)).hasSize(1);
    }

    private AuditEntry entry() {
        return AuditEntry.own(clock.instant(), Given.TENANT.id(), "carrier.drained", "carrier/one", Map.of());
    }
}
