package dev.countersign.product.countersign.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.destination.Channel;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.destination.PhoneValidation;
import dev.countersign.gateway.publish.OpenApi;
import dev.countersign.gateway.publish.Reference;
import dev.countersign.gateway.wire.Response;
import dev.countersign.refusal.AccountsPerNumberReached;
import dev.countersign.refusal.AreaNotServed;
import dev.countersign.refusal.DestinationInvalid;
import dev.countersign.refusal.SendQuota;
import dev.countersign.refusal.SendRefusal;
import dev.countersign.verification.Binding;
import dev.countersign.verification.Purpose;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountersignV1Test {
    private static final String START = "/v1/verifications";

    private final OwnApi api = new OwnApi(PhoneValidation.SYNTAX, Channel.SMS, Channel.EMAIL);

    private String started() {
        return OwnApi.text(api.post(START, "{'to':'+852 6123 4567'}"), "id");
    }

    private Response check(String id, String code) {
        return api.post(START + "/" + id + "/check", "{'code':'" + code + "'}");
    }

    private String wrong(String id) {
        return api.store.code(id).equals("000000") ? "000001" : "000000";
    }

    private static void problem(Response response, int status, String code) {
        assertThat(response.body().toUtf8()).contains("\"urn:countersign:problem:" + code + "\"");
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.contentType()).isEqualTo("application/problem+json");
    }

    @Test
    void a_number_gets_an_sms_for_login_in_english_unless_said_otherwise() {
        Response response = api.post(START, "{'to':'+852 6123 4567'}");
        assertThat(response.status()).isEqualTo(201);
        assertThat(response.body().toUtf8())
                .isEqualTo("{\"id\":\"00000000-0000-7000-8000-000000000000\",\"to\":\"+852******67\","
                        + "\"channel\":\"sms\",\"purpose\":\"login\",\"locale\":\"en\",\"language\":\"en\",\"status\":\"pending\","
                        + "\"createdAt\":\"2027-01-01T00:00:00Z\",\"expiresAt\":\"2027-01-01T00:10:00Z\","
                        + "\"triesLeft\":5}");
        assertThat(api.store.demands)
                .singleElement()
                .satisfies(demand -> assertThat(demand.binding())
                        .isEqualTo(
                                Binding.anonymous(OneTenant.DEV, Purpose.LOGIN, new PhoneNumber("852", "61234567"))));
    }

    @Test
    void an_address_gets_a_mail() {
        Response response = api.post(START, "{'to':'Alice@Example.com','purpose':'registration','locale':'zh-CN'}");
        assertThat(response.body().toUtf8())
                .contains("\"to\":\"a***@example.com\",\"channel\":\"email\",\"purpose\":\"registration\","
                        + "\"locale\":\"zh-CN\"");
        assertThat(api.store.demands.getFirst().binding().destination())
                .isEqualTo(new MailAddress("alice@example.com"));
    }

    @Test
    void no_answer_ever_holds_the_code() {
        Response response = api.post(START, "{'to':'+85261234567'}");
        String id = OwnApi.text(response, "id");
        String code = api.store.code(id);
        assertThat(response.body().toUtf8()).doesNotContain(code);
        assertThat(api.get(START + "/" + id).body().toUtf8()).doesNotContain(code);
        assertThat(check(id, code).body().toUtf8()).doesNotContain(code);
    }

    @Test
    void a_verification_for_a_principal_is_bound_to_it() {
        Response response = api.post(START, "{'to':'+85261234567','principal':100000000011}");
        assertThat(response.body().toUtf8()).contains("\"principal\":100000000011");
        assertThat(api.store.demands.getFirst().binding().principal()).contains(OneTenant.ALICE);
    }

    @ParameterizedTest
    @ValueSource(longs = {OneTenant.OTHER, 5, 0, -1})
    void a_principal_of_another_tenant_is_as_unknown_as_any(long uin) {
        problem(api.post(START, "{'to':'+85261234567','principal':" + uin + "}"), 422, "principal-unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not a number", "+99961234567", "12", "a@b", "a@@b.co", "+852", "@", " "})
    void what_is_no_destination_is_refused(String to) {
        Response response = api.post(START, "{'to':'" + to + "'}");
        problem(response, 422, "destination-invalid");
        assertThat(response.body().toUtf8()).contains("\"parameter\":\"to\"").doesNotContain("9996");
    }

    @Test
    void numbers_are_validated_as_strictly_as_configured() {
        String impossible = "{'to':'+852 18888888888'}";
        String unassigned = "{'to':'+852 11111111'}";
        assertThat(api.post(START, impossible).status()).isEqualTo(201);
        OwnApi possible = new OwnApi(PhoneValidation.POSSIBLE, Channel.SMS);
        problem(possible.post(START, impossible), 422, "destination-invalid");
        assertThat(possible.post(START, unassigned).status()).isEqualTo(201);
        OwnApi valid = new OwnApi(PhoneValidation.VALID, Channel.SMS);
        problem(valid.post(START, unassigned), 422, "destination-invalid");
    }

    @ParameterizedTest
    @CsvSource({"+85261234567,email", "a@example.com,sms", "a@example.com,voice"})
    void a_channel_must_reach_the_destination(String to, String channel) {
        Response response = api.post(START, "{'to':'" + to + "','channel':'" + channel + "'}");
        problem(response, 400, "parameter-invalid");
        assertThat(response.body().toUtf8()).contains("\"parameter\":\"channel\"");
    }

    @Test
    void a_channel_without_a_carrier_is_not_served() {
        Response response = api.post(START, "{'to':'+85261234567','channel':'voice'}");
        problem(response, 422, "channel-not-served");
        assertThat(response.body().toUtf8()).contains("\"channel\":\"voice\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'channel':'SMS'",
                "'channel':'pigeon'",
                "'purpose':'Log in'",
                "'purpose':'1'",
                "'locale':'e'",
                "'locale':'en\\u0000'"
            })
    void what_is_optional_has_a_form_too(String member) {
        problem(api.post(START, "{'to':'+85261234567'," + member + "}"), 400, "parameter-invalid");
    }

    @Test
    void the_second_send_within_a_minute_is_too_soon_and_says_when() {
        started();
        api.advance(Duration.ofSeconds(18));
        Response response = api.post(START, "{'to':'0085261234567'}");
        problem(response, 429, "resend-too-soon");
        assertThat(response.body().toUtf8()).contains("\"limit\":\"quiet-period\",\"retryAfterSeconds\":42");
        assertThat(response.headers()).contains(Map.entry("Retry-After", "42"));
        api.advance(Duration.ofSeconds(42));
        assertThat(api.post(START, "{'to':'+85261234567'}").status()).isEqualTo(201);
    }

    @Test
    void the_sixth_send_within_an_hour_spends_the_quota() {
        for (int i = 0; i < 5; i++) {
            started();
            api.advance(Duration.ofMinutes(2));
        }
        Response response = api.post(START, "{'to':'+85261234567'}");
        problem(response, 429, "send-quota-spent");
        assertThat(response.body().toUtf8()).contains("\"limit\":\"destination-per-hour\",\"retryAfterSeconds\":3000");
    }

    @Test
    void every_refusal_of_a_send_has_its_problem() {
        Map<SendRefusal, Map.Entry<Integer, String>> expected = Map.of(
                new DestinationInvalid(), Map.entry(422, "destination-invalid"),
                new AreaNotServed("852"), Map.entry(422, "area-not-served"),
                new AccountsPerNumberReached(5), Map.entry(422, "accounts-per-number-reached"),
                new SendRefusal.ResendTooSoon(Duration.ofSeconds(1)), Map.entry(429, "resend-too-soon"),
                new SendRefusal.SendQuotaSpent(SendQuota.COUNTRY_HOUR, Duration.ofSeconds(1)),
                        Map.entry(429, "send-quota-spent"),
                new SendRefusal.ChannelNotServed("voice"), Map.entry(422, "channel-not-served"),
                new SendRefusal.PrincipalUnknown(), Map.entry(422, "principal-unknown"));
        Set<Class<?>> cases = new HashSet<>(Arrays.asList(SendRefusal.class.getPermittedSubclasses()));
        expected.forEach((refusal, answer) -> {
            api.store.nextRefusal = refusal;
            problem(api.post(START, "{'to':'+85261234567'}"), answer.getKey(), answer.getValue());
            cases.remove(refusal.getClass());
        });
        assertThat(cases).as("refusals that this test leaves out").isEmpty();
    }

    @Test
    void a_right_code_is_accepted_once() {
        String id = started();
        Response response = check(id, api.store.code(id));
        assertThat(response.status()).isEqualTo(200);
        assertThat(OwnApi.text(response, "status")).isEqualTo("redeemed");
        assertThat(OwnApi.text(api.get(START + "/" + id), "status")).isEqualTo("redeemed");
        problem(check(id, api.store.code(id)), 422, "code-not-accepted");
    }

    @Test
    void a_wrong_code_says_how_many_tries_are_left_until_none_is() {
        String id = started();
        for (int left = 4; left >= 0; left--) {
            Response response = check(id, wrong(id));
            problem(response, 422, "code-not-accepted");
            assertThat(response.body().toUtf8()).contains("\"triesLeft\":" + left);
        }
        problem(check(id, api.store.code(id)), 422, "code-not-accepted");
        assertThat(OwnApi.text(api.get(START + "/" + id), "status")).isEqualTo("failed");
    }

    @Test
    void a_code_is_accepted_until_its_last_instant_and_not_at_its_end() {
        String id = started();
        api.advance(Duration.ofMinutes(10));
        problem(check(id, api.store.code(id)), 422, "code-not-accepted");
        assertThat(OwnApi.text(api.get(START + "/" + id), "status")).isEqualTo("expired");
        String second = started();
        api.advance(Duration.ofMinutes(10).minusNanos(1));
        assertThat(check(second, api.store.code(second)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"01890a5d-ac96-774b-bcce-b302099a8057", "x", "%00", "' OR 1=1", "..", "%2e%2e%2fkeys"})
    void an_id_that_is_none_is_as_unknown_as_one_that_was_never_given(String id) {
        problem(api.get(START + "/" + id.replace(" ", "%20")), 404, "verification-unknown");
        problem(check(id.replace(" ", "%20"), "123456"), 404, "verification-unknown");
    }

    @Test
    void another_tenants_verification_is_unknown() {
        String path = START + "/" + started();
        problem(api.call("GET", "csk_other", path, ""), 404, "verification-unknown");
        problem(api.call("POST", "csk_other", path + "/check", "{'code':'123456'}"), 404, "verification-unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1 2", "１２３４５６", "123456789012345678901234567890123"})
    void a_code_of_another_form_is_no_attempt(String code) {
        String id = started();
        problem(check(id, code), 400, "parameter-invalid");
        assertThat(api.get(START + "/" + id).body().toUtf8()).contains("\"triesLeft\":5");
    }

    @Test
    void a_repeated_start_gets_the_first_answer_and_sends_nothing() {
        String body = "{'to':'+85261234567'}";
        Response first = api.post(START, body, "Idempotency-Key", "k-1");
        Response again = api.post(START, body, "Idempotency-Key", "k-1");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(api.store.demands).hasSize(1);
        problem(api.post(START, "{'to':'+85261234568'}", "Idempotency-Key", "k-1"), 422, "idempotency-key-reused");
    }

    @Test
    void a_repeated_check_gets_the_first_answer() {
        String id = started();
        String body = "{'code':'" + api.store.code(id) + "'}";
        Response first = api.post(START + "/" + id + "/check", body, "Idempotency-Key", "k-2");
        Response again = api.post(START + "/" + id + "/check", body, "Idempotency-Key", "k-2");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void a_key_needs_the_scope() {
        problem(api.call("POST", "csk_narrow", START, "{'to':'+85261234567'}"), 403, "not-permitted");
        problem(api.call("POST", "csk_nobody", START, "{'to':'+85261234567'}"), 401, "key-not-accepted");
    }

    @Test
    void refusals_are_worded_in_chinese_where_that_is_asked_for() {
        Response response = api.post(START, "{'to':'x'}", "Accept-Language", "zh-CN,en;q=0.5");
        problem(response, 422, "destination-invalid");
        assertThat(OwnApi.text(response, "detail")).isEqualTo("该号码或邮箱地址无效。");
    }

    @Test
    void a_developers_faults_can_choose_a_destination() {
        assertThat(StartVerification.SPEC
                        .destination()
                        .apply(new StartVerification.Request("+852 6123-4567", null, null, null, null)))
                .isEqualTo("85261234567");
        assertThat(StartVerification.SPEC
                        .destination()
                        .apply(new StartVerification.Request("a1@example.com", null, null, null, null)))
                .isEqualTo("a1@example.com");
    }

    @Test
    void every_code_of_the_product_is_worded_in_chinese() {
        api.product.actions().stream()
                .flatMap(action -> action.spec().codes().stream())
                .forEach(code -> assertThat(api.dialect.wording(
                                code.code(), "", new dev.countersign.gateway.dialect.Dialect.Manner("zh-CN")))
                        .as(code.code())
                        .isNotEmpty());
    }

    @Test
    void it_describes_itself() {
        String document =
                new OpenApi(api.dialect).document(List.of(api.product)).toUtf8();
        assertThat(document)
                .contains("\"/v1/verifications\"", "\"/v1/verifications/{id}\"", "\"/v1/verifications/{id}/check\"");
        Reference reference = new Reference(List.of(api.product), List.of(api.dialect));
        assertThat(reference.surfaces())
                .containsOnlyKeys(
                        "countersign-v1-StartVerification.txt",
                        "countersign-v1-CheckVerification.txt",
                        "countersign-v1-GetVerification.txt");
        assertThat(reference.errors()).contains("`resend-too-soon` | 429");
    }
}
