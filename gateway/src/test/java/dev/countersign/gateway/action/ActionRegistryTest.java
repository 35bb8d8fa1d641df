package dev.countersign.gateway.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.gateway.Greet;
import dev.countersign.gateway.dialect.Call;
import dev.countersign.gateway.dialect.rest.RestDialect;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActionRegistryTest {
    private static final Product ONE = product("one", "v1");
    private static final Product TWO = product("two", "v2");

    private final ActionRegistry registry = new ActionRegistry(List.of(ONE, TWO), List.of(new RestDialect(List.of())));

    private static Product product(String name, String version) {
        return new Product("rest", name, version, false, List.of(new Greet(request -> request)));
    }

    private void refused(Call.Target target, CallRefusal with) {
        assertThatThrownBy(() -> registry.require(target))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(with));
    }

    @Test
    void an_action_is_found_by_name_and_version_whatever_the_service_says() {
        for (String service : List.of("one", "two", "127", "")) {
            assertThat(registry.require(new Call.Target("rest", "Greet", "v2", service))
                            .operation())
                    .isEqualTo("two:Greet");
        }
    }

    @Test
    void an_action_that_the_version_does_not_have_is_unknown() {
        refused(new Call.Target("rest", "Shout", "v2", "127"), new CallRefusal.ActionUnknown("Shout", "v2", "two"));
        refused(new Call.Target("rest", "greet", "v1", "127"), new CallRefusal.ActionUnknown("greet", "v1", "one"));
    }

    @Test
    void a_version_that_no_product_has_is_unknown_and_named_after_the_actions_product() {
        refused(new Call.Target("rest", "Greet", "v9", "127"), new CallRefusal.VersionUnknown("v9", "one"));
        refused(new Call.Target("rest", "Shout", "v9", "127"), new CallRefusal.VersionUnknown("v9", "127"));
    }

    @Test
    void another_dialect_does_not_reach_it() {
        refused(new Call.Target("tencent", "Greet", "v1", ""), new CallRefusal.VersionUnknown("v1", ""));
    }

    @Test
    void unsound_products_are_refused() {
        assertThatThrownBy(() -> new ActionRegistry(List.of(ONE, ONE), List.of(new RestDialect(List.of()))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Greet v1 is published twice");
    }

    @Test
    void knows_all_of_them() {
        assertThat(registry.products()).containsExactly(ONE, TWO);
        assertThat(registry.actions()).hasSize(2);
    }
}
