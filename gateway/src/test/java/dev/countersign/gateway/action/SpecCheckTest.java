package dev.countersign.gateway.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.gateway.Greet;
import dev.countersign.gateway.dialect.rest.RestDialect;
import dev.countersign.refusal.CheckRefusal;
import dev.countersign.refusal.CodeNotAccepted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpecCheckTest {
    record Nothing() {}

    record Undocumented(@Field(doc = " ", example = "x") String name) {}

    record Unexampled(@Field(doc = "A name.") String name) {}

    record Misexampled(
            @Field(doc = "A name.", example = "X", pattern = "[a-z]")
            String name) {}

    record Unpublished(
            @Field(doc = "A name.", example = "x", whenEmpty = "gone")
            String name) {}

    record Unannotated(String name) {}

    record Untypable(@Field(doc = "A time.", example = "x") Instant at) {}

    record Inner(@Field(doc = "Within.", example = "1") List<Unexampled> items) {}

    private record Plain<Q extends Record>(ActionSpec<Q, Nothing> spec) implements Action<Q, Nothing> {
        @Override
        public Nothing perform(Context context, Q request) {
            return new Nothing();
        }
    }

    private static final SpecCheck CHECK = new SpecCheck(Map.of("rest", new RestDialect(List.of())));

    private static List<String> problems(ActionSpec<?, Nothing> spec) {
        return CHECK.problems(List.of(product("rest", List.of(spec))));
    }

    private static Product product(String dialect, List<ActionSpec<?, Nothing>> specs) {
        return new Product(
                dialect,
                "sample",
                "v1",
                false,
                specs.stream().<Action<?, ?>>map(spec -> new Plain<>(spec)).toList());
    }

    private static <Q extends Record> ActionSpec.Builder<Q, Nothing> action(Class<Q> request) {
        return ActionSpec.action("Act", request, Nothing.class).summary("Acts.");
    }

    @Test
    void nothing_is_wrong_with_a_sound_action() {
        Product sound = new Product("rest", "sample", "v1", false, List.of(new Greet(request -> request)));
        assertThat(CHECK.problems(List.of(sound))).isEmpty();
    }

    @Test
    void a_product_needs_a_dialect_that_speaks_it() {
        assertThat(CHECK.problems(List.of(product("klingon", List.of()))))
                .containsExactly("sample is spoken by no dialect called klingon");
    }

    @Test
    void an_action_is_published_once() {
        ActionSpec<?, Nothing> spec = action(Nothing.class).build();
        assertThat(CHECK.problems(List.of(product("rest", List.of(spec, spec)))))
                .containsExactly("Act v1 is published twice");
    }

    @Test
    void an_action_has_a_summary_and_takes_calls() {
        assertThat(problems(action(Nothing.class).summary("").perSecond(0).build()))
                .containsExactly("Act has no summary", "Act takes no call at all");
    }

    @Test
    void fields_are_documented_and_have_examples_that_pass_their_own_pattern() {
        assertThat(problems(action(Undocumented.class).build())).containsExactly("Act.name is not documented");
        assertThat(problems(action(Unexampled.class).build()))
                .containsExactly("Act.name is required and has no example");
        assertThat(problems(action(Misexampled.class).build()))
                .containsExactly("Act.name has an example that its own pattern refuses");
        assertThat(problems(action(Inner.class).build()))
                .containsExactly("Act.items.name is required and has no example");
    }

    @Test
    void a_field_names_only_codes_that_the_action_publishes() {
        assertThat(problems(action(Unpublished.class).build()))
                .containsExactly("Act.name names gone, which the action does not publish");
        assertThat(problems(
                        action(Unpublished.class).publishes("gone", "It is.").build()))
                .isEmpty();
    }

    @Test
    void every_component_is_a_field_of_a_type_that_wires_have() {
        assertThat(problems(action(Unannotated.class).build()))
                .singleElement()
                .asString()
                .endsWith("has no @Field");
        assertThat(problems(action(Untypable.class).build()))
                .singleElement()
                .asString()
                .contains("a type that no wire has");
    }

    @Test
    void codes_have_a_form_and_a_text() {
        assertThat(problems(action(Nothing.class)
                        .publishes("Bad_Code", "x")
                        .publishes("Good.Code", " ")
                        .publishes("VENDORS_OWN", "x")
                        .publishes("isv.ValidateFail", "x")
                        .publishes("biz.FREQUENCY", "x")
                        .build()))
                .containsExactly(
                        "Act publishes Bad_Code, which is no code of the form Kind.Detail",
                        "Act publishes Good.Code without a text");
    }

    @Test
    void deleting_a_refuses_line_is_reported() {
        assertThat(problems(action(Nothing.class)
                        .answers(CheckRefusal.class)
                        .refuses(CheckRefusal.VerificationUnknown.class, 404, "unknown", "x")
                        .refuses(CodeNotAccepted.class, 422, "wrong", "x")
                        .build()))
                .isEmpty();
        assertThat(problems(action(Nothing.class)
                        .answers(CheckRefusal.class)
                        .refuses(CheckRefusal.VerificationUnknown.class, 404, "unknown", "x")
                        .build()))
                .containsExactly("Act publishes no code for CodeNotAccepted");
    }

    @Test
    void all_problems_stand_in_one_report() {
        assertThatThrownBy(() -> CHECK.require(List.of(product(
                        "rest", List.of(action(Unexampled.class).summary("").build())))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Act has no summary\nAct.name is required and has no example");
    }
}
