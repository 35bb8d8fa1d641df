package dev.countersign.gateway.dialect.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.gateway.Greet;
import dev.countersign.gateway.SampleWorld;
import dev.countersign.gateway.action.Product;
import dev.countersign.gateway.dialect.Call;
import dev.countersign.gateway.dialect.Claim;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Value;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Malformation;
import dev.countersign.refusal.Refused;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestDialectTest {
    private static final Headers GOOD = Headers.of("Authorization", "Bearer k", "Content-Type", "application/json");
    private static final Headers BARE = Headers.of("Authorization", "Bearer k");
    private static final String PATH = "/v1/greetings/ann";

    private final RestDialect dialect = new RestDialect(List.of(product(Samples.greet(), Samples.look())));

    private static Product product(dev.countersign.gateway.action.Action<?, ?>... actions) {
        return new Product("rest", "sample", "v1", false, List.of(actions));
    }

    private Call post(Headers headers, String body) {
        return dialect.read(SampleWorld.request("POST", PATH, "", headers, body));
    }

    private Call get(String path, String query) {
        return dialect.read(SampleWorld.request("GET", path, query, BARE, ""));
    }

    private void refused(Request request, CallRefusal with) {
        assertThatThrownBy(() -> dialect.read(request))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(with));
    }

    private static CallRefusal malformed(Malformation kind, String subject) {
        return new CallRefusal.Malformed(kind, subject);
    }

    @Test
    void speaks_everything_below_v1_and_nothing_else() {
        for (String path : List.of("/v1", "/v1/", "/v1/x", "/v1//")) {
            assertThat(dialect.speaks(SampleWorld.request("X", path, "", Headers.none(), "")))
                    .isTrue();
        }
        for (String path : List.of("/", "", "/v2", "/v10", "/V1/x", "//v1", "v1/x", "/dev")) {
            assertThat(dialect.speaks(SampleWorld.request("GET", path, "", GOOD, "")))
                    .isFalse();
        }
    }

    @Test
    void a_method_and_a_path_lead_to_an_action() {
        Call call = post(GOOD, "{\"times\":3}");
        assertThat(call.target()).isEqualTo(new Call.Target("rest", "Greet", "v1", "sample"));
        assertThat(call.claim()).isEqualTo(new Claim.Bearer(Secret.of("k")));
        assertThat(call.source()).isEqualTo("192.0.2.1");
        assertThat(call.parameters().fields())
                .containsEntry("name", new Value.Text("ann", true))
                .containsEntry("times", new Value.Number("3"));
        assertThat(get(PATH, "deep=1").target().action()).isEqualTo("Look");
    }

    @Test
    void a_path_of_letters_goes_before_one_with_parameters() {
        RestDialect both = new RestDialect(List.of(product(Samples.look(), Samples.lookAtAll())));
        assertThat(both.read(SampleWorld.request("GET", "/v1/greetings/all", "", BARE, ""))
                        .target()
                        .action())
                .isEqualTo("LookAtAll");
        assertThat(both.read(SampleWorld.request("GET", PATH, "", BARE, ""))
                        .target()
                        .action())
                .isEqualTo("Look");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1",
                "/v1/",
                "/v1/greetings",
                "/v1/greetings/",
                "/v1/greetings/ann/",
                "/v1//greetings/ann",
                "/v1/greetings/ann/x",
                "/v1/Greetings/ann",
                "/v1/./greetings/ann",
                "/v1/%67reetings/ann",
                "/v1/greetings/{name}/x"
            })
    void an_unknown_path_is_not_found_whatever_the_rest(String path) {
        refused(
                SampleWorld.request("PUT", path, "", Headers.none(), ""),
                new CallRefusal.ActionUnknown(path, "v1", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "post", "Get", "", "X\r\nY: z"})
    void a_known_path_names_the_methods_that_it_takes(String method) {
        refused(
                SampleWorld.request(method, PATH, "", Headers.none(), ""),
                new CallRefusal.MethodUnsupported(method, List.of("POST", "GET")));
    }

    @Test
    void a_parameter_of_the_path_is_decoded_once() {
        assertThat(get("/v1/greetings/a%2Fb%252F+c", "").parameters().fields())
                .containsEntry("name", new Value.Text("a/b%2F+c", true));
        assertThat(get("/v1/greetings/%E4%BD%A0", "").parameters().fields())
                .containsEntry("name", new Value.Text("你", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%2", "%GG", "%ff", "%c0%af", "%ed%a0%80", "%+1", "a b", "é", "%٣٣"})
    void a_broken_parameter_of_the_path_is_refused(String segment) {
        refused(
                SampleWorld.request("GET", "/v1/greetings/" + segment, "", BARE, ""),
                malformed(Malformation.BAD_ENCODING, "name"));
    }

    @Test
    void a_missing_key_is_refused_before_the_body_is_looked_at() {
        refused(
                SampleWorld.request("POST", PATH, "", Headers.none(), "{"),
                new CallRefusal.CommonMissing("Authorization", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Basic YTpi",
                "Bearer a b",
                "Bearer a,b",
                "Bearer \u00e9",
                "Bearer a\u0000",
                "TC3-HMAC-SHA256 Credential=x",
                "SKIP",
                "Bearer=k",
                "bearerk",
                "Bearer \"k\"",
                "Bearer =="
            })
    void a_key_must_be_written_as_a_bearer_key(String authorization) {
        refused(
                SampleWorld.request("POST", PATH, "", Headers.of("Authorization", authorization), "{}"),
                new CallRefusal.AuthorizationMalformed());
    }

    @Test
    void a_key_of_absurd_length_is_refused() {
        refused(
                SampleWorld.request("GET", PATH, "", Headers.of("Authorization", "Bearer " + "k".repeat(513)), ""),
                new CallRefusal.AuthorizationMalformed());
    }

    @Test
    void two_keys_are_none() {
        refused(
                SampleWorld.request(
                        "GET", PATH, "", Headers.of("Authorization", "Bearer k", "authorization", "Bearer k"), ""),
                new CallRefusal.AuthorizationMalformed());
    }

    @Test
    void the_scheme_is_written_in_any_case() {
        assertThat(dialect.read(SampleWorld.request("GET", PATH, "", Headers.of("Authorization", "bEARER  k"), ""))
                        .claim())
                .isEqualTo(new Claim.Bearer(Secret.of("k")));
    }

    @Test
    void a_body_of_more_than_a_mebibyte_is_refused() {
        int most = 1024 * 1024;
        String body = "{\"times\":1,\"remark\":\"" + "x".repeat(most - 23) + "\"}";
        assertThat(body.length()).isEqualTo(most);
        assertThat(post(GOOD, body).parameters().fields()).containsKey("remark");
        refused(SampleWorld.request("POST", PATH, "", GOOD, body + " "), new CallRefusal.TooLarge(most));
        refused(new Request("POST", PATH, "", GOOD, Bytes.none(), "192.0.2.1", true), new CallRefusal.TooLarge(most));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json", "Application/JSON", "application/json; charset=utf-8",
                "application/json;charset=\"UTF-8\"", " application/json ;", "application/json ; charset=Utf-8"
            })
    void json_may_say_that_it_is_utf8(String type) {
        Headers headers = Headers.of("Authorization", "Bearer k", "Content-Type", type);
        assertThat(post(headers, "{\"times\":3}").parameters().fields()).containsKey("times");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/jsonx",
                "text/json",
                "application/json; charset=iso-8859-1",
                "application/json, text/plain",
                "application/problem+json",
                "multipart/form-data; boundary=x",
                "application/json;x"
            })
    void any_other_content_type_is_refused(String type) {
        Headers headers = Headers.of("Authorization", "Bearer k", "Content-Type", type);
        CallRefusal refusal = malformed(Malformation.CONTENT_TYPE, "Content-Type");
        refused(SampleWorld.request("POST", PATH, "", headers, "{\"times\":3}"), refusal);
        refused(SampleWorld.request("POST", PATH, "", headers, ""), refusal);
    }

    @Test
    void a_body_without_a_content_type_or_with_two_is_refused() {
        refused(
                SampleWorld.request("POST", PATH, "", BARE, "{}"),
                malformed(Malformation.CONTENT_TYPE, "Content-Type"));
        refused(
                SampleWorld.request(
                        "POST",
                        PATH,
                        "",
                        Headers.of(
                                "Authorization", "Bearer k", "Content-Type", "application/json", "content-type", "x"),
                        "{}"),
                malformed(Malformation.CONTENT_TYPE, "Content-Type"));
    }

    @Test
    void no_body_at_all_stands_for_no_parameters() {
        assertThat(post(BARE, "").parameters().fields()).containsOnlyKeys("name");
        assertThat(post(GOOD, "").parameters().fields()).containsOnlyKeys("name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"x\"", "null", "{", "{}{}", "\u0000", "{\"a\":1,\"a\":1}", "a=b"})
    void a_body_must_be_one_object(String body) {
        refused(
                SampleWorld.request("POST", PATH, "", GOOD, body),
                malformed(Malformation.NOT_JSON, "application/json"));
    }

    @Test
    void a_name_in_two_places_is_refused() {
        refused(
                SampleWorld.request("POST", PATH, "", GOOD, "{\"name\":\"bob\"}"),
                malformed(Malformation.REPEATED, "name"));
        refused(SampleWorld.request("GET", PATH, "name=ann", BARE, ""), malformed(Malformation.REPEATED, "name"));
        refused(
                SampleWorld.request("GET", PATH, "deep=1&d%65ep=2", BARE, ""),
                malformed(Malformation.REPEATED, "deep"));
    }

    @Test
    void each_method_takes_its_parameters_from_one_place() {
        refused(SampleWorld.request("POST", PATH, "times=1", GOOD, "{}"), new CallRefusal.CommonInvalid("query", ""));
        refused(SampleWorld.request("GET", PATH, "", GOOD, "{}"), new CallRefusal.CommonInvalid("body", ""));
    }

    @Test
    void a_query_is_decoded_and_loose() {
        assertThat(get(PATH, "a+b=c%26d+e&empty=&x=%F0%9F%98%80=").parameters().fields())
                .containsEntry("a b", new Value.Text("c&d e", true))
                .containsEntry("empty", new Value.Text("", true))
                .containsEntry("x", new Value.Text("😀=", true));
    }

    @Test
    void a_broken_query_is_refused() {
        refused(SampleWorld.request("GET", PATH, "a", BARE, ""), malformed(Malformation.PAIR_NOT_SPLIT, "query"));
        refused(SampleWorld.request("GET", PATH, "a=1&", BARE, ""), malformed(Malformation.PAIR_NOT_SPLIT, "query"));
        refused(SampleWorld.request("GET", PATH, "=1", BARE, ""), malformed(Malformation.EMPTY_NAME, "query"));
        refused(SampleWorld.request("GET", PATH, "%ff=1", BARE, ""), malformed(Malformation.BAD_ENCODING, "query"));
        refused(SampleWorld.request("GET", PATH, "a=%", BARE, ""), malformed(Malformation.BAD_ENCODING, "a"));
        refused(
                SampleWorld.request("GET", PATH, "a=1&".repeat(1_000_000), BARE, ""),
                malformed(Malformation.TOO_DEEP_OR_MANY, "query"));
    }

    @Test
    void routes_that_collide_or_miss_their_parameters_are_refused_at_boot() {
        assertThatThrownBy(() -> new RestDialect(List.of(product(Samples.greet(), Samples.greet()))))
                .hasMessage("POST /v1/greetings/{name} stands for two actions");
        assertThatThrownBy(() -> new RestDialect(List.of(product(new Greet(
                        request -> request,
                        Greet.complete()
                                .route("POST", "/v1/greetings", 201, "x")
                                .build())))))
                .hasMessageContaining("are not the fields that are marked as being in the path");
    }

    @Test
    void products_of_other_dialects_are_left_aside() {
        Product foreign = new Product("tencent", "sample", "v1", false, List.of(Samples.greet()));
        assertThatThrownBy(
                        () -> new RestDialect(List.of(foreign)).read(SampleWorld.request("POST", PATH, "", GOOD, "{}")))
                .isInstanceOf(Refused.class);
    }
}
