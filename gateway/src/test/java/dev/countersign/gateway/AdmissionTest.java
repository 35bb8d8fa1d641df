package dev.countersign.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Response;
import dev.countersign.tenant.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final Principal POWERLESS = new Principal(100000000012L, 100000000001L, "bob");
    private static final Principal ALICE = new Principal(100000000011L, 100000000001L, "alice");

    private final SampleWorld world = new SampleWorld(
            Interventions.none(),
            new Greet(request -> request, Greet.complete().perSecond(3).build()));

    private Response call(String key) {
        return greet(world, key);
    }

    private static Response greet(SampleWorld world, String key) {
        return world.gateway.answer(SampleWorld.request(
                "POST",
                "/v1/greetings/ann",
                "",
                Headers.of("Authorization", "Bearer " + key, "Content-Type", "application/json"),
                "{\"times\":1}"));
    }

    @Test
    void a_key_with_the_actions_scope_passes() {
        world.key("csk_scoped", SampleWorld.ROOT, Set.of("greetings"), Optional.empty());
        assertThat(call("csk_scoped").status()).isEqualTo(201);
    }

    @Test
    void a_key_without_the_actions_scope_may_not() {
        world.key("csk_other", SampleWorld.ROOT, Set.of("messages"), Optional.empty());
        Response response = call("csk_other");
        assertThat(response.status()).isEqualTo(403);
        assertThat(response.body().toUtf8()).contains("not-permitted");
        assertThat(response.headers())
                .anyMatch(header -> header.getValue().equals("Bearer error=\"insufficient_scope\""));
    }

    @Test
    void a_key_works_until_it_ends_and_is_unknown_from_then_on() {
        world.key("csk_ending", SampleWorld.ROOT, Set.of("*"), Optional.of(SampleWorld.NOW.plusNanos(1)));
        world.key("csk_ended", SampleWorld.ROOT, Set.of("*"), Optional.of(SampleWorld.NOW));
        assertThat(call("csk_ending").status()).isEqualTo(201);
        Response response = call("csk_ended");
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.body().toUtf8()).contains("key-not-accepted");
    }

    @Test
    void a_principal_without_any_policy_may_not_and_the_audit_hears_why() {
        world.key("csk_bob", POWERLESS, Set.of("*"), Optional.empty());
        assertThat(call("csk_bob").status()).isEqualTo(403);
        assertThat(world.audited).singleElement().satisfies(entry -> {
            assertThat(entry.event()).isEqualTo("permission.refused");
            assertThat(entry.actor()).isEqualTo(POWERLESS.uin());
            assertThat(entry.facts())
                    .containsEntry("operation", "sample:Greet")
                    .containsEntry("why", "no statement allows it");
        });
    }

    @Test
    void what_is_allowed_leaves_no_row() {
        call("csk_sample");
        assertThat(world.audited).isEmpty();
    }

    @Test
    void a_call_on_several_things_needs_permission_for_each() {
        SampleWorld several = new SampleWorld(
                Interventions.none(),
                new Greet(
                        request -> request,
                        Greet.complete()
                                .onEach((caller, parameters) -> List.of("qcs::s::uin/1:a/1", "qcs::s::uin/1:a/2"))
                                .build()));
        several.key("csk_alice", ALICE, Set.of("*"), Optional.empty());
        several.policies.give(
                ALICE.uin(),
                "{'version':'2.0','statement':{'effect':'allow','action':'*','resource':'qcs::s::uin/1:a/1'}}");
        assertThat(greet(several, "csk_alice").status()).isEqualTo(403);
        several.policies.give(
                ALICE.uin(),
                "{'version':'2.0','statement':{'effect':'allow','action':'*','resource':'qcs::s::uin/1:a/?'}}");
        assertThat(greet(several, "csk_alice").status()).isEqualTo(201);
    }

    @Test
    void the_fourth_call_in_a_second_is_refused_with_when_to_come_again() {
        for (int i = 0; i < 3; i++) {
            assertThat(call("csk_sample").status()).isEqualTo(201);
        }
        Response response = call("csk_sample");
        assertThat(response.status()).isEqualTo(429);
        assertThat(response.body().toUtf8())
                .contains("rate-exceeded", "\"limit\":\"calls-per-second\"", "\"retryAfterSeconds\":1");
        assertThat(world.answered).last().isEqualTo("rest Greet rate-exceeded throttle");
    }

    @Test
    void each_principal_has_its_own_calls() {
        world.key("csk_alice", ALICE, Set.of("*"), Optional.empty());
        world.policies.everything(ALICE.uin());
        for (int i = 0; i < 4; i++) {
            call("csk_sample");
        }
        assertThat(call("csk_alice").status()).isEqualTo(201);
    }

    @Test
    void a_sensitive_call_needs_a_second_factor_where_the_tenant_says_so() {
        SampleWorld strict = new SampleWorld(
                Interventions.none(),
                new Greet(request -> request, Greet.complete().sensitive().build()));
        assertThat(strict.post("/v1/greetings/ann", "{\"times\":1}").status()).isEqualTo(201);
        strict.protectsCalls = true;
        Response refused = strict.post("/v1/greetings/ann", "{\"times\":1}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().toUtf8()).contains("mfa-required");
        assertThat(strict.audited).singleElement().satisfies(entry -> {
            assertThat(entry.event()).isEqualTo("permission.refused");
            assertThat(entry.facts()).containsEntry("why", "no second factor was shown lately");
        });
    }

    @Test
    void other_calls_need_none_even_there() {
        world.protectsCalls = true;
        assertThat(call("csk_sample").status()).isEqualTo(201);
    }

    @Test
    void permission_is_looked_at_before_the_second_factor() {
        SampleWorld strict = new SampleWorld(
                Interventions.none(),
                new Greet(request -> request, Greet.complete().sensitive().build()));
        strict.protectsCalls = true;
        strict.key("csk_other", SampleWorld.ROOT, Set.of("messages"), Optional.empty());
        Response refused = strict.gateway.answer(SampleWorld.request(
                "POST",
                "/v1/greetings/ann",
                "",
                Headers.of("Authorization", "Bearer csk_other", "Content-Type", "application/json"),
                "{\"times\":1}"));
        assertThat(refused.body().toUtf8()).contains("not-permitted");
    }
}
