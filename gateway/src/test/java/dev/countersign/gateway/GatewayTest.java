package dev.countersign.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.Interventions.Intervention;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Response;
import dev.countersign.refusal.CheckRefusal;
import dev.countersign.refusal.CustomerRefusal;
import dev.countersign.refusal.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class GatewayTest {
    private static final String BODY = "{\"times\":2}";

    private static SampleWorld world(UnaryOperator<Greet.Request> work) {
        return new SampleWorld(Interventions.none(), new Greet(work));
    }

    private static SampleWorld intervening(Intervention intervention, List<String> performed) {
        return new SampleWorld((action, destination) -> Optional.of(intervention), new Greet(request -> {
            performed.add(request.name());
            return request;
        }));
    }

    @Test
    void answers_with_the_actions_answer_and_status() {
        SampleWorld world = world(request -> request);
        Response response = world.post("/v1/greetings/ann", BODY);
        assertThat(response.status()).isEqualTo(201);
        assertThat(response.body().toUtf8()).isEqualTo("{\"name\":\"ann\",\"times\":2,\"loud\":null,\"remark\":null}");
        assertThat(world.answered).containsExactly("rest Greet ok success");
    }

    @Test
    void a_request_that_nobody_recognises_hears_what_this_port_is() {
        Response response = world(request -> request)
                .gateway
                .answer(SampleWorld.request("GET", "/favicon.ico", "", Headers.none(), ""));
        assertThat(response.status()).isEqualTo(404);
        assertThat(response.body().toUtf8()).contains("Countersign", "TC3-HMAC-SHA256", "/v1");
        assertThat(response.headers()).anyMatch(header -> header.getKey().equals("X-Request-Id"));
    }

    @Test
    void a_refusal_finds_its_code_in_the_actions_table() {
        SampleWorld world = world(request -> {
            throw new Refused(new CheckRefusal.VerificationUnknown());
        });
        Response response = world.post("/v1/greetings/ann", BODY);
        assertThat(response.status()).isEqualTo(404);
        assertThat(response.body().toUtf8()).contains("verification-unknown", "There is none.");
        assertThat(world.answered).containsExactly("rest Greet verification-unknown refusal");
    }

    @Test
    void a_refusal_without_a_code_is_a_fault() {
        SampleWorld world = world(request -> {
            throw new Refused(new CustomerRefusal.UinInvalid());
        });
        Response response = world.post("/v1/greetings/ann", BODY);
        assertThat(response.status()).isEqualTo(500);
        assertThat(response.body().toUtf8()).doesNotContain("UinInvalid");
        assertThat(world.faults)
                .singleElement()
                .satisfies(fault -> assertThat(fault).hasMessageContaining("no published code for UinInvalid"));
    }

    @Test
    void a_fault_never_leaks() {
        SampleWorld world = world(request -> {
            throw new IllegalArgumentException("the vault's combination is 1234");
        });
        Response response = world.post("/v1/greetings/ann", BODY);
        assertThat(response.status()).isEqualTo(500);
        assertThat(response.body().toUtf8())
                .contains("internal-error")
                .doesNotContain("vault", "1234", "IllegalArgument", "java.");
        assertThat(world.faults).singleElement().isInstanceOf(IllegalArgumentException.class);
        assertThat(world.answered).containsExactly("rest Greet internal-error fault");
    }

    @Test
    void a_field_names_its_own_code() {
        Response response = world(request -> request).post("/v1/greetings/ANN", BODY);
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body().toUtf8()).contains("name-odd", "What a name.");
    }

    @Test
    void text_that_is_no_unicode_is_refused_and_not_echoed() {
        SampleWorld world = world(request -> request);
        Response response = world.post("/v1/greetings/ann", "{\"times\":2,\"\\ud800\":1}");
        assertThat(response.status()).isEqualTo(400);
        assertThat(world.faults).isEmpty();
    }

    @Test
    void a_chosen_failure_answers_with_a_code_of_the_action_or_of_the_dialect() {
        for (String code : List.of("code-not-accepted", "rate-exceeded")) {
            List<String> performed = new ArrayList<>();
            SampleWorld world = intervening(new Interventions.Fail(code), performed);
            Response response = world.post("/v1/greetings/ann", BODY);
            assertThat(response.body().toUtf8()).contains("urn:countersign:problem:" + code + "\"");
            assertThat(performed).isEmpty();
        }
    }

    @Test
    void a_chosen_failure_of_an_unknown_code_is_an_internal_error() {
        SampleWorld world = intervening(new Interventions.Fail("no-such-code"), new ArrayList<>());
        assertThat(world.post("/v1/greetings/ann", BODY).status()).isEqualTo(500);
    }

    @Test
    void a_dropped_call_is_not_performed() {
        List<String> performed = new ArrayList<>();
        assertThat(intervening(new Interventions.Drop(), performed)
                        .post("/v1/greetings/ann", BODY)
                        .dropped())
                .isTrue();
        assertThat(performed).isEmpty();
    }

    @Test
    void a_delayed_call_is_performed() {
        List<String> performed = new ArrayList<>();
        assertThat(intervening(new Interventions.Delayed(), performed)
                        .post("/v1/greetings/ann", BODY)
                        .status())
                .isEqualTo(201);
        assertThat(performed).containsExactly("ann");
    }

    @Test
    void interventions_hear_what_the_call_is_about() {
        List<String> heard = new ArrayList<>();
        SampleWorld world = new SampleWorld(
                (action, destination) -> {
                    heard.add(action + " " + destination);
                    return Optional.empty();
                },
                new Greet(request -> request));
        world.post("/v1/greetings/ann", BODY);
        assertThat(heard).containsExactly("Greet ann");
    }

    @Test
    void every_answer_has_a_request_id_of_its_own() {
        SampleWorld world = world(request -> request);
        List<String> ids = new ArrayList<>();
        for (String path : List.of("/v1/greetings/ann", "/v1/nothing", "/v1/greetings/ann")) {
            world.post(path, BODY).headers().stream()
                    .filter(header -> header.getKey().equals("X-Request-Id"))
                    .forEach(header -> ids.add(header.getValue()));
        }
        assertThat(ids).hasSize(3).doesNotHaveDuplicates();
    }
}
