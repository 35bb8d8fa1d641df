package dev.countersign.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.dialect.alibaba.AlibabaOptions.Answerer;
import dev.countersign.gateway.wire.Value;
import dev.countersign.product.alibaba.dypnsapi.v20170525.DypnsOptions.Manners;
import dev.countersign.server.Countersign;
import dev.countersign.server.config.AlibabaConfig;
import dev.countersign.testkit.Race;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every code of cams, the vendor's and ours, by a real condition: with its status and text.
class CamsCodesTest {
    private static final String HERE = "cams-dev-1";
    private static final String NUMBER = "8613800001234";
    private static final String NOT_FOUND =
            "400 PhoneNumber.NotFound The phone number has not been added to the space.";
    private static final String OUT_OF_ORDER =
            "400 PhoneNumber.StatusInvalid The status of the phone number does not allow the operation.";
    private static final String WRONG =
            "400 VerifyCode.Invalid The verification code is wrong, expired, used, or was never sent.";
    private static final String LIMITED = "400 System.LimitControl The system is under flow control.";
    private static final String NOT_YOURS =
            "400 Unknown.ResourceOwnerId The resource does not belong to the current user.";

    /// A right call of each action, by its parameters.
    private static final Map<String, List<String>> ACTIONS = Map.ofEntries(
            Map.entry("CreateChatappMigrationInitiate", List.of("CustSpaceId", "MobileNumber", "CountryCode")),
            Map.entry("GetMigrationVerifyCode", List.of("CustSpaceId", "PhoneNumber", "Locale", "Method")),
            Map.entry("GetPhoneNumberVerificationStatus", List.of("CustSpaceId", "PhoneNumber")),
            Map.entry("ChatappMigrationVerified", List.of("CustSpaceId", "PhoneNumber", "VerifyCode")),
            Map.entry("ChatappMigrationRegister", List.of("CustSpaceId", "PhoneNumber")),
            Map.entry("AddChatappPhoneNumber", List.of("CustSpaceId", "PhoneNumber", "Cc", "VerifiedName")),
            Map.entry("GetChatappVerifyCode", List.of("CustSpaceId", "PhoneNumber", "Locale", "Method")),
            Map.entry("ChatappVerifyAndRegister", List.of("CustSpaceId", "PhoneNumber", "VerifyCode")),
            Map.entry("ChatappPhoneNumberRegister", List.of("CustSpaceId", "PhoneNumber")),
            Map.entry("ChatappPhoneNumberDeregister", List.of("CustSpaceId", "PhoneNumber")),
            Map.entry("ChatappSyncPhoneNumber", List.of("CustSpaceId")),
            Map.entry("QueryChatappPhoneNumbers", List.of()),
            Map.entry("QueryChatappBindWaba", List.of()),
            Map.entry("ChatappBindWaba", List.of("WabaId")));

    private static final Map<String, String> VALUES = Map.of(
            "CustSpaceId", HERE,
            "PhoneNumber", NUMBER,
            "MobileNumber", "13800001234",
            "CountryCode", "86",
            "Cc", "86",
            "VerifiedName", "Alibaba",
            "Locale", "en",
            "Method", "sms",
            "VerifyCode", "000000",
            "WabaId", "33993123");

    @TempDir
    Path directory;

    private Countersign server;
    private DevClient client;

    @BeforeEach
    void start() {
        start(AlibabaConfig.standard());
    }

    private void start(AlibabaConfig alibaba) {
        server = Countersign.dev(Countersign.DevOptions.at(directory).relaxed().alibaba(alibaba));
        client = new DevClient(server.port());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private static String[] parameters(String action, String... other) {
        Map<String, String> changed = new LinkedHashMap<>();
        ACTIONS.getOrDefault(action, List.of()).forEach(name -> changed.put(name, VALUES.get(name)));
        if (action.equals("AddChatappPhoneNumber")) {
            changed.put("PhoneNumber", "13800001234");
        }
        for (int i = 0; i < other.length; i += 2) {
            changed.put(other[i], other[i + 1]);
        }
        List<String> all = new ArrayList<>();
        changed.forEach((name, value) -> all.addAll(List.of(name, value)));
        return all.toArray(String[]::new);
    }

    private Answer answer(DevClient.Key key, String action, String... other) {
        return client.cams(key, action, parameters(action, other));
    }

    /// Status, code and message of a right call but for these parameters.
    private String say(DevClient.Key key, String action, String... other) {
        Answer answer = answer(key, action, other);
        return answer.status() + " " + answer.text("Code") + " " + answer.text("Message");
    }

    private String say(String action, String... other) {
        return say(DevClient.ROOT, action, other);
    }

    private void done(String action, String... other) {
        assertThat(say(action, other)).startsWith("200 OK ");
    }

    @Test
    void who_has_not_subscribed_is_told_so_by_each_action() {
        for (String action : ACTIONS.keySet()) {
            assertThat(say(DevClient.BARE, action))
                    .as(action)
                    .isEqualTo("400 Product.Unsubscript You have not subscribed to the specified product.");
        }
    }

    @Test
    void who_has_no_policy_is_denied_by_each_action_as_the_page_has_it() {
        for (String action : ACTIONS.keySet()) {
            Answer denied = answer(DevClient.BOB, action);
            assertThat(denied.status()).isEqualTo(400);
            assertThat(denied.text("Code")).isEqualTo("Ram.PermissionDeny");
            assertThat(denied.text("Message")).isEqualTo("You are not authorized to perform the operation.");
            assertThat(((Value.Fields) denied.body()).fields().get("AccessDeniedDetail"))
                    .isEqualTo(DevClient.fields(
                            "AuthAction", "cams:" + action,
                            "AuthPrincipalType", "SubUser",
                            "AuthPrincipalOwnerId", "1000000000000001",
                            "AuthPrincipalDisplayName", "100000000012",
                            "NoPermissionType", "ImplicitDeny",
                            "PolicyType", "AccountLevelIdentityBasedPolicy"));
        }
    }

    @Test
    void a_denial_comes_from_the_gateway_where_that_is_chosen() {
        stop();
        start(new AlibabaConfig(Answerer.GATEWAY, Answerer.GATEWAY, Manners.OBSERVED, false, Set.of()));
        assertThat(say(DevClient.BOB, "GetMigrationVerifyCode"))
                .isEqualTo("403 NoPermission You are not authorized to do this action.");
    }

    @Test
    void a_read_only_policy_lets_a_user_send_codes() {
        String policy = "{\\\"Version\\\":\\\"1\\\",\\\"Statement\\\":[{\\\"Effect\\\":\\\"Allow\\\",\\\"Action\\\":"
                + "[\\\"cams:Get*\\\"],\\\"Resource\\\":\\\"*\\\"}]}";
        String made = client.cam(
                                        DevClient.ROOT,
                                        "CreatePolicy",
                                        "{\"PolicyName\":\"reads\",\"PolicyDocument\":\"" + policy + "\"}")
                                .fields()
                                .get("PolicyId")
                        instanceof Value.Number id
                ? id.literal()
                : "";
        client.cam(DevClient.ROOT, "AttachUserPolicy", "{\"PolicyId\":" + made + ",\"AttachUin\":100000000012}");
        done("CreateChatappMigrationInitiate");
        assertThat(say(DevClient.BOB, "GetMigrationVerifyCode")).isEqualTo("200 OK None");
        assertThat(say(DevClient.BOB, "ChatappMigrationRegister")).startsWith("400 Ram.PermissionDeny ");
    }

    @Test
    void a_space_that_is_not_the_callers_is_answered_as_one_that_nobody_has() {
        ACTIONS.forEach((action, parameters) -> {
            if (!action.equals("ChatappBindWaba")) {
                for (String space : List.of("cams-other-1", "29348393884****", "x".repeat(2000))) {
                    assertThat(say(action, "CustSpaceId", space)).as(action).isEqualTo(NOT_YOURS);
                }
            }
        });
        done("ChatappBindWaba");
        assertThat(say(DevClient.OTHER, "ChatappBindWaba")).isEqualTo(NOT_YOURS);
    }

    @Test
    void codes_of_one_number_are_60_seconds_apart_and_5_an_hour() {
        done("CreateChatappMigrationInitiate");
        for (int i = 0; i < 5; i++) {
            done("GetMigrationVerifyCode");
            Answer soon = answer(DevClient.ROOT, "GetMigrationVerifyCode");
            assertThat(soon.status() + " " + soon.text("Code") + " " + soon.text("Message"))
                    .isEqualTo(LIMITED);
            assertThat(soon.headers()).as("only throttling has this").doesNotContainKey("x-acs-retry-after");
            client.advance("61s");
        }
        assertThat(say("GetMigrationVerifyCode")).isEqualTo(LIMITED);
        client.advance("1h");
        done("GetMigrationVerifyCode");

        done("AddChatappPhoneNumber", "PhoneNumber", "13800005678");
        done("GetChatappVerifyCode", "PhoneNumber", "8613800005678");
        assertThat(say("GetChatappVerifyCode", "PhoneNumber", "8613800005678")).isEqualTo(LIMITED);
    }

    @Test
    void a_number_that_was_not_added_is_not_found() {
        for (String action : List.of(
                "GetMigrationVerifyCode",
                "GetPhoneNumberVerificationStatus",
                "ChatappMigrationVerified",
                "ChatappMigrationRegister",
                "GetChatappVerifyCode",
                "ChatappVerifyAndRegister",
                "ChatappPhoneNumberRegister",
                "ChatappPhoneNumberDeregister")) {
            assertThat(say(action)).as(action).isEqualTo(NOT_FOUND);
        }
    }

    @Test
    void a_call_out_of_order_is_refused_and_leaves_the_number_where_it_stands() {
        done("AddChatappPhoneNumber");
        refused(
                "GetMigrationVerifyCode",
                "ChatappMigrationVerified",
                "ChatappMigrationRegister",
                "ChatappPhoneNumberRegister",
                "ChatappPhoneNumberDeregister");
        done("CreateChatappMigrationInitiate");
        refused(
                "GetChatappVerifyCode",
                "ChatappVerifyAndRegister",
                "ChatappMigrationRegister",
                "ChatappPhoneNumberRegister",
                "ChatappPhoneNumberDeregister");
        done("GetMigrationVerifyCode");
        done("ChatappMigrationVerified", "VerifyCode", client.code(NUMBER));
        refused(
                "CreateChatappMigrationInitiate",
                "AddChatappPhoneNumber",
                "GetMigrationVerifyCode",
                "ChatappMigrationVerified",
                "GetChatappVerifyCode",
                "ChatappVerifyAndRegister",
                "ChatappPhoneNumberDeregister");
        done("ChatappMigrationRegister");
        refused(
                "CreateChatappMigrationInitiate",
                "AddChatappPhoneNumber",
                "GetMigrationVerifyCode",
                "ChatappMigrationVerified",
                "ChatappMigrationRegister",
                "GetChatappVerifyCode",
                "ChatappVerifyAndRegister",
                "ChatappPhoneNumberRegister");
        done("ChatappPhoneNumberDeregister");
        refused(
                "GetMigrationVerifyCode",
                "ChatappMigrationVerified",
                "ChatappMigrationRegister",
                "GetChatappVerifyCode",
                "ChatappVerifyAndRegister",
                "ChatappPhoneNumberDeregister");
        assertThat(client.messages(NUMBER)).isEqualTo(1);
    }

    private void refused(String... actions) {
        for (String action : actions) {
            assertThat(say(action)).as(action).isEqualTo(OUT_OF_ORDER);
        }
    }

    @Test
    void a_wrong_expired_or_malformed_code_is_not_accepted() {
        done("CreateChatappMigrationInitiate");
        assertThat(say("ChatappMigrationVerified")).as("never sent").isEqualTo(WRONG);
        done("GetMigrationVerifyCode");
        String code = client.nextCode(NUMBER);
        for (String given :
                List.of(code.equals("000000") ? "000001" : "000000", "x", code + "0", "验证码", "y".repeat(999))) {
            assertThat(say("ChatappMigrationVerified", "VerifyCode", given))
                    .as(given)
                    .isEqualTo(WRONG);
        }
        assertThat(say("ChatappMigrationVerified", "VerifyCode", code))
                .as("dead after five wrong tries")
                .isEqualTo(WRONG);
        client.advance("61m");
        done("GetMigrationVerifyCode");
        String second = client.nextCode(NUMBER);
        client.advance("11m");
        assertThat(say("ChatappMigrationVerified", "VerifyCode", second))
                .as("expired")
                .isEqualTo(WRONG);
        done("GetMigrationVerifyCode");
        String third = client.nextCode(NUMBER);
        done("ChatappMigrationVerified", "VerifyCode", third);
        client.advance("337h");
        assertThat(say("ChatappMigrationVerified", "VerifyCode", third))
                .as("used")
                .isEqualTo(WRONG);
    }

    @Test
    void the_code_of_a_migration_is_worth_nothing_for_a_registration() {
        done("CreateChatappMigrationInitiate");
        done("GetMigrationVerifyCode");
        done("AddChatappPhoneNumber");
        assertThat(say("ChatappVerifyAndRegister", "VerifyCode", client.code(NUMBER)))
                .isEqualTo(WRONG);
    }

    @Test
    void a_number_that_is_connected_elsewhere_is_not_registered_without_a_move() {
        done("AddChatappPhoneNumber");
        done("GetChatappVerifyCode");
        done("ChatappVerifyAndRegister", "VerifyCode", client.code(NUMBER));
        assertThat(say(DevClient.OTHER, "ChatappBindWaba")).isEqualTo("200 OK None");
        assertThat(say(DevClient.OTHER, "AddChatappPhoneNumber", "CustSpaceId", "cams-other-1"))
                .isEqualTo("400 PhoneNumber.StatusInvalid The phone number is connected in another space, and this"
                        + " operation does not move it.");
    }

    @Test
    void a_parameter_that_can_not_be_has_its_code() {
        String phone = "400 InvalidParameter.PhoneNumber The specified phone number is not valid.";
        for (String number : List.of("abc", "1", "999123456789", "86138x", "alice@example.com", "1".repeat(36))) {
            assertThat(say("GetMigrationVerifyCode", "PhoneNumber", number))
                    .as(number)
                    .isEqualTo(phone);
            assertThat(say("ChatappMigrationRegister", "PhoneNumber", number))
                    .as(number)
                    .isEqualTo(phone);
        }
        assertThat(say("CreateChatappMigrationInitiate", "MobileNumber", "1".repeat(33)))
                .isEqualTo(phone);
        assertThat(say("CreateChatappMigrationInitiate", "CountryCode", "0")).isEqualTo(phone);
        assertThat(say("CreateChatappMigrationInitiate", "CountryCode", "999")).isEqualTo(phone);
        assertThat(say("AddChatappPhoneNumber", "Cc", "86x")).isEqualTo(phone);
        assertThat(say("AddChatappPhoneNumber", "PhoneNumber", "+1380")).isEqualTo(phone);
        assertThat(say("AddChatappPhoneNumber", "VerifiedName", "n".repeat(513)))
                .isEqualTo("400 InvalidParameter The specified parameter VerifiedName is not valid.");
        for (String action : List.of("GetMigrationVerifyCode", "GetChatappVerifyCode")) {
            assertThat(say(action, "Method", "email"))
                    .isEqualTo("400 InvalidParameter.Method The specified method is neither sms nor voice.");
            assertThat(say(action, "Locale", "l".repeat(65)))
                    .isEqualTo("400 InvalidParameter The specified parameter Locale is not valid.");
        }
        assertThat(say("ChatappBindWaba", "WabaId", "33 993"))
                .isEqualTo(
                        "400 InvalidParameter.WabaId The specified WABA id is not 1 to 64 letters, digits, hyphens and"
                                + " underscores.");
    }

    @Test
    void a_parameter_that_is_not_there_is_named() {
        SoftAssertions softly = new SoftAssertions();
        ACTIONS.forEach((action, names) -> names.forEach(name -> softly.assertThat(say(action, name, ""))
                .as(action)
                .isEqualTo("400 Missing" + name + " " + name + " is mandatory for this action.")));
        softly.assertAll();
    }

    @Test
    void parameters_that_the_vendor_has_and_the_action_ignores_are_taken() {
        done(
                "QueryChatappPhoneNumbers",
                "OwnerId",
                "1",
                "ResourceOwnerAccount",
                "a",
                "ResourceOwnerId",
                "2",
                "IsvCode",
                "b");
    }

    @Test
    void a_space_has_1000_numbers_and_an_account_1000_spaces() {
        Race.of(8, lane -> {
            for (int i = lane; i < 1000; i += 8) {
                done("CreateChatappMigrationInitiate", "MobileNumber", "1380000" + (1000 + i));
            }
            return lane;
        });
        assertThat(say("CreateChatappMigrationInitiate", "MobileNumber", "13900000000"))
                .isEqualTo("400 PhoneNumber.StatusInvalid The space has as many phone numbers as it may have.");
        done("CreateChatappMigrationInitiate", "MobileNumber", "13800001000");
        Race.of(8, lane -> {
            for (int i = 1 + lane; i < 1000; i += 8) {
                done("ChatappBindWaba", "WabaId", "waba-" + i);
            }
            return lane;
        });
        assertThat(say("ChatappBindWaba", "WabaId", "waba-1000"))
                .isEqualTo("400 CustSpace.LimitReached The account has as many spaces as it may have.");
        done("ChatappBindWaba", "WabaId", "waba-1");
        Answer all = answer(DevClient.ROOT, "QueryChatappPhoneNumbers");
        assertThat(((Value.Items) ((Value.Fields) all.body()).fields().get("PhoneNumbers")).items())
                .hasSize(1000);
    }
}
