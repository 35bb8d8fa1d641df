package dev.countersign.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.wire.Value;
import dev.countersign.product.alibaba.dypnsapi.v20170525.DypnsOptions.Manners;
import dev.countersign.server.Countersign;
import dev.countersign.server.config.AlibabaConfig;
import dev.countersign.testkit.Race;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Codes of `dypnsapi`, from the call that sends one to the call that uses it up, and each code of the two
/// actions reached by a real condition, over the wire.
class DypnsTest {
    private static final String NUMBER = "13800001234";
    private static final AlibabaConfig STANDARD = AlibabaConfig.standard();

    @TempDir
    Path directory;

    private final AlibabaRpc wire = new AlibabaRpc("2017-05-25");

    private void within(AlibabaConfig configured, Consumer<DevClient> test) {
        within(Countersign.DevOptions.at(directory).relaxed().alibaba(configured), test);
    }

    private static void within(Countersign.DevOptions options, Consumer<DevClient> test) {
        try (Countersign server = Countersign.dev(options);
                DevClient client = new DevClient(server.port())) {
            test.accept(client);
        }
    }

    private static AlibabaConfig speaking(Manners manners, boolean parity) {
        return new AlibabaConfig(STANDARD.ramDenial(), STANDARD.flowControl(), manners, parity, Set.of("100000000001"));
    }

    private static AlibabaConfig observed() {
        return speaking(Manners.OBSERVED, false);
    }

    private Answer call(DevClient client, DevClient.Key key, String action, Map<String, String> parameters) {
        return wire.call(client, key, action, parameters);
    }

    private Answer send(DevClient client, String... more) {
        Map<String, String> parameters = new TreeMap<>(Map.of(
                "PhoneNumber", NUMBER,
                "SignName", "Countersign",
                "TemplateCode", "SMS_1",
                "TemplateParam", "{\"code\":\"##code##\",\"min\":\"5\"}"));
        return call(client, DevClient.ROOT, "SendSmsVerifyCode", plus(parameters, more));
    }

    private Answer check(DevClient client, String code, String... more) {
        Map<String, String> parameters = new TreeMap<>(Map.of("PhoneNumber", NUMBER, "VerifyCode", code));
        return call(client, DevClient.ROOT, "CheckSmsVerifyCode", plus(parameters, more));
    }

    private static Map<String, String> plus(Map<String, String> parameters, String... more) {
        for (int i = 0; i < more.length; i += 2) {
            parameters.put(more[i], more[i + 1]);
        }
        return parameters;
    }

    private static String outcome(Answer answer) {
        return answer.status() + " " + answer.text("Code");
    }

    private static String model(Answer answer, String member) {
        return answer.body() instanceof Value.Fields document
                        && document.fields().get("Model") instanceof Value.Fields model
                        && model.fields().get(member) instanceof Value.Text text
                ? text.text()
                : "";
    }

    private static String sent(DevClient client) {
        return client.nextCode("86" + NUMBER);
    }

    @Test
    void a_code_goes_to_the_inbox_and_passes_exactly_once() {
        within(observed(), client -> {
            Answer sending = send(client, "OutId", "order-7");
            assertThat(outcome(sending)).as(sending.text()).isEqualTo("200 OK");
            assertThat(sending.text("Message")).isEqualTo("Success");
            assertThat(sending.text("Success")).isEqualTo("true");
            assertThat(model(sending, "RequestId")).isNotEmpty().isEqualTo(sending.text("RequestId"));
            assertThat(model(sending, "OutId")).isEqualTo("order-7");
            assertThat(sending.text()).contains("\"AccessDeniedDetail\":\"\"").doesNotContain("VerifyCode");
            String code = sent(client);
            assertThat(code).matches("[0-9]{6}");
            assertThat(client.newest("86" + NUMBER, "text")).contains(code).contains("5 分钟");

            Answer passed = check(client, code, "OutId", "order-8");
            assertThat(outcome(passed)).as(passed.text()).isEqualTo("200 OK");
            assertThat(model(passed, "VerifyResult")).isEqualTo("PASS");
            assertThat(model(passed, "OutId")).isEqualTo("order-8");
            Answer again = check(client, code);
            assertThat(outcome(again)).isEqualTo("400 isv.ValidateFail");
            assertThat(again.text("Message")).isEqualTo("The verification code is not valid.");
            assertThat(client.rest("GET", "/v1/verifications/" + model(sending, "BizId"), "")
                            .text("status"))
                    .isEqualTo("redeemed");
        });
    }

    @Test
    void of_a_hundred_checks_of_the_right_code_at_once_one_passes() {
        within(observed(), client -> {
            send(client);
            String code = sent(client);
            List<String> outcomes = Race.of(100, n -> outcome(check(client, code)));
            assertThat(outcomes).filteredOn("200 OK"::equals).hasSize(1);
            assertThat(outcomes).filteredOn("400 isv.ValidateFail"::equals).hasSize(99);
        });
    }

    @Test
    void of_many_sends_at_once_one_goes_out() {
        within(observed(), client -> {
            List<String> outcomes = Race.of(20, n -> outcome(send(client)));
            assertThat(outcomes).filteredOn("200 OK"::equals).hasSize(1);
            assertThat(outcomes).filteredOn("200 biz.FREQUENCY"::equals).hasSize(19);
            sent(client);
            assertThat(client.messages("86" + NUMBER)).isOne();
        });
    }

    @Test
    void a_second_send_within_the_interval_is_told_with_status_200() {
        within(observed(), client -> {
            assertThat(outcome(send(client))).isEqualTo("200 OK");
            Answer soon = send(client);
            assertThat(outcome(soon)).isEqualTo("200 biz.FREQUENCY");
            assertThat(soon.text("Message")).isEqualTo("check frequency failed");
            assertThat(soon.text("Success")).isEqualTo("false");
            assertThat(soon.headers().get("x-acs-request-id")).containsExactly(soon.text("RequestId"));
            assertThat(outcome(send(client, "Interval", "1")))
                    .as("never shorter")
                    .isEqualTo("200 biz.FREQUENCY");
            assertThat(outcome(send(client, "SchemeName", "other"))).isEqualTo("200 OK");
            client.advance("60s");
            assertThat(outcome(send(client, "Interval", "61"))).as("longer").isEqualTo("200 biz.FREQUENCY");
            assertThat(outcome(send(client))).isEqualTo("200 OK");
        });
    }

    @Test
    void an_answer_of_status_200_has_the_actions_root_in_xml() {
        within(observed(), client -> {
            send(client);
            Answer soon = send(client, "Format", "XML");
            assertThat(soon.status()).isEqualTo(200);
            assertThat(soon.text()).contains("<SendSmsVerifyCodeResponse>").contains("<Code>biz.FREQUENCY</Code>");
        });
    }

    @Test
    void as_the_pages_say_wrong_codes_are_unknown_and_early_sends_fail() {
        within(speaking(Manners.DOCUMENTED, false), client -> {
            assertThat(outcome(send(client))).isEqualTo("200 OK");
            Answer soon = send(client);
            assertThat(outcome(soon)).isEqualTo("400 FREQUENCY_FAIL");
            assertThat(soon.text("Message")).isEqualTo("Check frequency fail.");
            String code = sent(client);
            Answer wrong = check(client, code + "0");
            assertThat(outcome(wrong)).isEqualTo("200 OK");
            assertThat(model(wrong, "VerifyResult")).isEqualTo("UNKNOWN");
            assertThat(model(check(client, code, "CaseAuthPolicy", "3"), "VerifyResult"))
                    .isEqualTo("UNKNOWN");
            assertThat(model(check(client, code), "VerifyResult")).isEqualTo("PASS");
            assertThat(model(check(client, code), "VerifyResult")).isEqualTo("UNKNOWN");
        });
    }

    @Test
    void a_code_that_is_wrong_expired_overwritten_or_of_another_scheme_is_not_accepted() {
        within(observed(), client -> {
            send(client, "SchemeName", "登录");
            String first = sent(client);
            assertThat(outcome(check(client, first))).isEqualTo("400 isv.ValidateFail");
            assertThat(outcome(check(client, first, "SchemeName", "登陆"))).isEqualTo("400 isv.ValidateFail");
            assertThat(outcome(check(client, first, "SchemeName", "登录", "CaseAuthPolicy", "3")))
                    .isEqualTo("400 isv.ValidateFail");
            assertThat(outcome(check(client, "000000x", "SchemeName", "登录"))).isEqualTo("400 isv.ValidateFail");
            client.advance("61s");
            send(client, "SchemeName", "登录");
            String second = sent(client);
            assertThat(outcome(check(client, first, "SchemeName", "登录"))).isEqualTo("400 isv.ValidateFail");
            client.advance("300s");
            assertThat(outcome(check(client, second, "SchemeName", "登录"))).isEqualTo("400 isv.ValidateFail");
            send(client, "SchemeName", "登录", "ValidTime", "600");
            String third = sent(client);
            client.advance("599s");
            assertThat(outcome(check(client, third, "SchemeName", "登录", "PhoneNumber", "+86" + NUMBER)))
                    .isEqualTo("200 OK");
        });
    }

    @Test
    void with_duplicate_policy_2_the_last_code_stays_valid_and_no_third_lives() {
        within(observed(), client -> {
            send(client, "DuplicatePolicy", "2", "ValidTime", "600");
            String first = sent(client);
            client.advance("61s");
            send(client, "DuplicatePolicy", "2", "ValidTime", "600");
            String second = sent(client);
            client.advance("61s");
            send(client, "DuplicatePolicy", "2", "ValidTime", "600");
            sent(client);
            assertThat(outcome(check(client, first))).isEqualTo("400 isv.ValidateFail");
            assertThat(outcome(check(client, second))).isEqualTo("200 OK");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "1, [0-9]{8}",
        "2, [A-Z]{8}",
        "3, [a-z]{8}",
        "4, [A-Za-z]{8}",
        "5, [0-9A-Z]{8}",
        "6, [0-9a-z]{8}",
        "7, [0-9A-Za-z]{8}"
    })
    void codes_are_made_of_what_was_asked_for_and_compared_with_or_without_case(String type, String form) {
        within(observed(), client -> {
            send(client, "CodeType", type, "CodeLength", "8");
            String code = sent(client);
            assertThat(code).matches(form);
            String swapped = code.chars()
                    .map(sign ->
                            Character.isUpperCase(sign) ? Character.toLowerCase(sign) : Character.toUpperCase(sign))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            if (!swapped.equals(code)) {
                assertThat(outcome(check(client, swapped, "CaseAuthPolicy", "2")))
                        .isEqualTo("400 isv.ValidateFail");
            }
            assertThat(outcome(check(client, swapped))).isEqualTo("200 OK");
        });
    }

    @Test
    void what_the_caller_chose_is_sent_as_it_stands_and_cannot_be_checked() {
        within(observed(), client -> {
            assertThat(outcome(send(client, "TemplateParam", "{\"code\":\"Ab12\"}")))
                    .isEqualTo("200 OK");
            assertThat(sent(client)).isEqualTo("Ab12");
            assertThat(outcome(check(client, "Ab12"))).isEqualTo("400 isv.ValidateFail");
            assertThat(outcome(send(client))).as("the same interval").isEqualTo("200 biz.FREQUENCY");
            client.advance("61s");
            assertThat(outcome(send(client, "TemplateParam", "{\"code\":1234}")))
                    .isEqualTo("200 OK");
            assertThat(sent(client)).isEqualTo("1234");
        });
    }

    @Test
    void a_code_is_returned_only_to_tenants_that_may_have_it() {
        within(observed(), client -> {
            Answer returned = send(client, "ReturnVerifyCode", "true");
            assertThat(model(returned, "VerifyCode")).isEqualTo(sent(client));
            assertThat(outcome(check(client, model(returned, "VerifyCode")))).isEqualTo("200 OK");
        });
        within(STANDARD, client -> {
            Answer refused = send(client, "ReturnVerifyCode", "true", "SchemeName", "other");
            assertThat(outcome(refused)).isEqualTo("400 FUNCTION_NOT_OPENED");
            assertThat(refused.text("Message")).isEqualTo("You have not opened this function.");
            assertThat(outcome(send(client, "ReturnVerifyCode", "false", "SchemeName", "other")))
                    .as("nothing was sent before")
                    .isEqualTo("200 OK");
        });
    }

    @Test
    void five_wrong_tries_kill_a_code() {
        within(observed(), client -> {
            send(client);
            String code = sent(client);
            for (int n = 0; n < 5; n++) {
                assertThat(outcome(check(client, "x" + n))).isEqualTo("400 isv.ValidateFail");
            }
            assertThat(outcome(check(client, code))).isEqualTo("400 isv.ValidateFail");
        });
    }

    @Test
    void the_sixth_send_within_an_hour_is_too_many() {
        within(observed(), client -> {
            for (int n = 0; n < 5; n++) {
                assertThat(outcome(send(client, "SchemeName", "s" + n))).isEqualTo("200 OK");
            }
            Answer refused = send(client, "SchemeName", "s5");
            assertThat(outcome(refused)).isEqualTo("400 BUSINESS_LIMIT_CONTROL");
            assertThat(refused.text("Message")).isEqualTo("The number has exceeded the limit for the day.");
        });
    }

    @Test
    void codes_are_never_short_or_long_lived_unless_the_installation_wants_parity() {
        within(observed(), client -> {
            for (List<String> asked :
                    List.of(List.of("CodeLength", "4"), List.of("CodeLength", "5"), List.of("ValidTime", "601"))) {
                Answer refused = send(client, asked.getFirst(), asked.getLast());
                assertThat(outcome(refused)).as("%s", asked).isEqualTo("400 INVALID_PARAMETERS");
                assertThat(refused.text("Message")).isEqualTo("parameter is not valid.");
            }
        });
        within(speaking(Manners.OBSERVED, true), client -> {
            assertThat(outcome(send(client, "ValidTime", "3600"))).isEqualTo("200 OK");
            String code = sent(client);
            assertThat(code).matches("[0-9]{4}");
            client.advance("3599s");
            assertThat(outcome(check(client, code))).isEqualTo("200 OK");
            assertThat(outcome(send(client, "CodeLength", "5"))).isEqualTo("200 OK");
            assertThat(sent(client)).matches("[0-9]{5}");
            assertThat(outcome(send(client, "ValidTime", "86401"))).isEqualTo("400 INVALID_PARAMETERS");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CodeLength | 3",
                "CodeLength | 9",
                "CodeLength | six",
                "CodeType | 0",
                "CodeType | 8",
                "CodeType | 4294967297",
                "ValidTime | 0",
                "ValidTime | -1",
                "ValidTime | 9223372036854775807",
                "Interval | -1",
                "Interval | 86401",
                "DuplicatePolicy | 0",
                "DuplicatePolicy | 3",
                "AutoRetry | 2",
                "ReturnVerifyCode | perhaps",
                "CountryCode | 852",
                "SchemeName | a-name-of-21-letters-",
                "SmsUpExtendCode | x",
                "TemplateParam | {",
                "TemplateParam | []",
                "TemplateParam | {}",
                "TemplateParam | {\"code\":\"a b\"}",
                "TemplateParam | {\"code\":\"\"}",
                "TemplateParam | {\"min\":\"5\"}"
            })
    void what_is_no_value_of_a_parameter_is_invalid_and_sends_nothing(String name, String value) {
        within(observed(), client -> {
            Answer refused = send(client, name, value);
            assertThat(outcome(refused)).isEqualTo("400 INVALID_PARAMETERS");
            assertThat(refused.text("Message")).isEqualTo("parameter is not valid.");
            assertThat(outcome(send(client))).isEqualTo("200 OK");
        });
    }

    @Test
    void what_is_no_number_of_the_mainland_is_illegal() {
        within(observed(), client -> {
            for (String number : List.of("1380000123", "23800001234", "+85261234567", "138000012345", "x")) {
                Answer refused = send(client, "PhoneNumber", number);
                assertThat(outcome(refused)).as(number).isEqualTo("400 MOBILE_NUMBER_ILLEGAL");
                assertThat(refused.text("Message")).isEqualTo("The mobile number is illegal.");
                assertThat(outcome(check(client, "123456", "PhoneNumber", number)))
                        .isEqualTo("400 MOBILE_NUMBER_ILLEGAL");
            }
            assertThat(outcome(send(client, "PhoneNumber", "0086" + NUMBER))).isEqualTo("200 OK");
            for (String same : List.of(NUMBER, "+86" + NUMBER, "86" + NUMBER)) {
                assertThat(outcome(send(client, "PhoneNumber", same))).isEqualTo("200 biz.FREQUENCY");
            }
        });
    }

    @Test
    void missing_unsubscribed_and_denied_are_told_in_this_wires_way() {
        within(observed(), client -> {
            assertThat(outcome(send(client, "PhoneNumber", ""))).isEqualTo("400 MissingPhoneNumber");
            assertThat(outcome(check(client, ""))).isEqualTo("400 MissingVerifyCode");
            Map<String, String> check = Map.of("PhoneNumber", NUMBER, "VerifyCode", "1");
            Answer bare = call(client, DevClient.BARE, "CheckSmsVerifyCode", check);
            assertThat(outcome(bare)).isEqualTo("400 FUNCTION_NOT_OPENED");
            Answer denied = call(client, DevClient.BOB, "CheckSmsVerifyCode", check);
            assertThat(outcome(denied)).isEqualTo("400 Ram.PermissionDeny");
            assertThat(denied.text()).contains("\"AuthAction\":\"dypns:CheckSmsVerifyCode\"");
        });
    }

    @Test
    void another_tenants_code_is_worth_nothing() {
        within(observed(), client -> {
            send(client);
            Map<String, String> stolen = Map.of("PhoneNumber", NUMBER, "VerifyCode", sent(client));
            assertThat(outcome(call(client, DevClient.OTHER, "CheckSmsVerifyCode", stolen)))
                    .isEqualTo("400 isv.ValidateFail");
        });
    }
}
