package dev.countersign.product.tencent.cam.v20190116;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.wire.Value;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.Tenant;
import dev.countersign.value.RequestId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CamResourceTest {
    private static final Caller CALLER = new Caller(
            new Tenant(100_000_000_001L, "1", "dev", Set.of(), Optional.empty()),
            new Principal(100_000_000_011L, 100_000_000_001L, "alice"),
            "AKIDx",
            "",
            RequestId.from(new Random(1)).get());

    private static String named(Value name) {
        return CamResource.userNamedBy("Name").of(CALLER, new Value.Fields(Map.of("Name", name)));
    }

    private static String target(Value uin) {
        return CamResource.principalOf("TargetUin").of(CALLER, new Value.Fields(Map.of("TargetUin", uin)));
    }

    @Test
    void a_user_is_named_below_its_root() {
        assertThat(named(Value.text("bob"))).isEqualTo("qcs::cam::uin/100000000001:userName/bob");
    }

    @Test
    void a_principal_is_its_uin_however_it_is_written() {
        String bob = "qcs::cam::uin/100000000001:uin/100000000012";
        assertThat(target(Value.number(100_000_000_012L))).isEqualTo(bob);
        assertThat(target(Value.text("100000000012"))).isEqualTo(bob);
        assertThat(target(Value.text("000100000000012"))).isEqualTo(bob);
    }

    @Test
    void a_target_that_is_left_out_is_the_caller() {
        String caller = "qcs::cam::uin/100000000001:uin/100000000011";
        assertThat(CamResource.principalOf("TargetUin").of(CALLER, Value.Fields.none()))
                .isEqualTo(caller);
        assertThat(target(Value.text(""))).isEqualTo(caller);
        assertThat(target(new Value.Nothing())).isEqualTo(caller);
    }

    @Test
    void what_can_be_no_name_or_uin_is_anything() {
        for (Value odd : List.of(
                Value.text("*"),
                Value.text("a:b/c\n"),
                Value.text("-5"),
                Value.text("99999999999999999999"),
                new Value.Flag(true),
                new Value.Items(List.of()),
                Value.Fields.none())) {
            assertThat(target(odd)).isEqualTo("*");
        }
        assertThat(named(Value.text("*"))).isEqualTo("*");
        assertThat(named(Value.number(5))).isEqualTo("*");
        assertThat(named(new Value.Nothing())).isEqualTo("*");
    }
}
