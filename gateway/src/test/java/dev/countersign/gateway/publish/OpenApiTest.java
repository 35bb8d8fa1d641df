package dev.countersign.gateway.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.action.Product;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.dialect.rest.RestDialect;
import dev.countersign.gateway.dialect.rest.Samples;
import dev.countersign.gateway.wire.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OpenApiTest {
    private static final List<Product> PRODUCTS = List.of(
            new Product("rest", "sample", "v1", false, List.of(Samples.greet(), Samples.look(), Samples.lookAtAll())),
            new Product("tencent", "foreign", "2022-09-28", true, List.of(Samples.greet())));

    private final Value document =
            Json.read(new OpenApi(new RestDialect(PRODUCTS)).document(PRODUCTS), "application/json");

    private Value at(String... path) {
        Value value = document;
        for (String step : path) {
            value = value instanceof Value.Items items
                    ? items.items().get(Integer.parseInt(step))
                    : Objects.requireNonNull(((Value.Fields) value).fields().get(step), String.join(" ", path));
        }
        return value;
    }

    private Map<String, Value> fields(String... path) {
        return ((Value.Fields) at(path)).fields();
    }

    private static void references(Value value, List<String> found) {
        switch (value) {
            case Value.Fields fields ->
                fields.fields().forEach((name, member) -> {
                    if (name.equals("$ref") && member instanceof Value.Text text) {
                        found.add(text.text());
                    }
                    references(member, found);
                });
            case Value.Items items -> items.items().forEach(item -> references(item, found));
            case Value.Text text -> {}
            case Value.Number number -> {}
            case Value.Flag flag -> {}
            case Value.Nothing nothing -> {}
        }
    }

    @Test
    void is_openapi_3_1_with_a_bearer_key() {
        assertThat(at("openapi")).isEqualTo(Value.text("3.1.0"));
        assertThat(fields("info")).containsKeys("title", "version", "description");
        assertThat(at("components", "securitySchemes", "key", "type")).isEqualTo(Value.text("http"));
        assertThat(at("components", "securitySchemes", "key", "scheme")).isEqualTo(Value.text("bearer"));
        assertThat(at("security", "0", "key")).isEqualTo(new Value.Items(List.of()));
    }

    @Test
    void every_route_of_ours_is_there_and_no_other() {
        assertThat(fields("paths")).containsOnlyKeys("/v1/greetings/{name}", "/v1/greetings/all");
        assertThat(fields("paths", "/v1/greetings/{name}")).containsOnlyKeys("post", "get");
    }

    @Test
    void every_reference_leads_somewhere() {
        List<String> found = new ArrayList<>();
        references(document, found);
        assertThat(found).contains("#/components/schemas/Problem", "#/components/schemas/GreetRequest");
        for (String reference : found) {
            assertThat(reference).startsWith("#/");
            assertThat(at(reference.substring(2).split("/"))).isInstanceOf(Value.Fields.class);
        }
    }

    @Test
    void parameters_of_path_and_query_are_described() {
        assertThat(fields("paths", "/v1/greetings/{name}", "get", "parameters", "0"))
                .containsEntry("name", Value.text("name"))
                .containsEntry("in", Value.text("path"))
                .containsEntry("required", new Value.Flag(true));
        assertThat(fields("paths", "/v1/greetings/{name}", "get", "parameters", "1"))
                .containsEntry("name", Value.text("deep"))
                .containsEntry("in", Value.text("query"))
                .containsEntry("required", new Value.Flag(false));
        assertThat(fields("paths", "/v1/greetings/{name}", "get")).doesNotContainKey("requestBody");
    }

    @Test
    void a_post_has_a_body_and_an_idempotency_key() {
        assertThat(fields("paths", "/v1/greetings/{name}", "post", "parameters", "1"))
                .containsEntry("name", Value.text("Idempotency-Key"));
        assertThat(at(
                        "paths",
                        "/v1/greetings/{name}",
                        "post",
                        "requestBody",
                        "content",
                        "application/json",
                        "schema",
                        "$ref"))
                .isEqualTo(Value.text("#/components/schemas/GreetRequest"));
        assertThat(fields("components", "schemas", "GreetRequest", "properties"))
                .containsOnlyKeys("times", "loud", "words", "from", "remark");
        assertThat(at("components", "schemas", "GreetRequest", "required"))
                .isEqualTo(new Value.Items(List.of(Value.text("times"))));
        assertThat(at("components", "schemas", "GreetRequest", "additionalProperties"))
                .isEqualTo(new Value.Flag(false));
    }

    @Test
    void schemas_have_types_patterns_and_examples() {
        assertThat(fields("components", "schemas", "GreetRequest", "properties", "times"))
                .containsEntry("type", Value.text("integer"))
                .containsEntry("examples", new Value.Items(List.of(new Value.Number("3"))));
        assertThat(at("components", "schemas", "GreetRequest", "properties", "remark", "pattern"))
                .isEqualTo(Value.text("^(?:.{1,10})$"));
        assertThat(at("components", "schemas", "GreetRequest", "properties", "words", "items", "type"))
                .isEqualTo(Value.text("string"));
        assertThat(at("components", "schemas", "GreetRequest", "properties", "from", "properties", "number", "type"))
                .isEqualTo(Value.text("integer"));
    }

    @Test
    void answers_and_problems_stand_by_status() {
        assertThat(fields("paths", "/v1/greetings/{name}", "post", "responses"))
                .containsKeys("201", "400", "401", "403", "404", "413", "415", "422", "429", "500", "503");
        assertThat(at("paths", "/v1/greetings/{name}", "post", "responses", "422", "description"))
                .isInstanceOfSatisfying(
                        Value.Text.class,
                        text -> assertThat(text.text()).contains("code-not-accepted", "idempotency-key-reused"));
        assertThat(fields("paths", "/v1/greetings/{name}", "post", "responses", "429", "headers"))
                .containsKeys("Retry-After", "X-Request-Id");
    }
}
