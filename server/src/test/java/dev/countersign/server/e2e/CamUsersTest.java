package dev.countersign.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.wire.Value;
import dev.countersign.server.Countersign;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The users of a tenant over the signed wire, each listed code reached by a real condition.
class CamUsersTest {
    private static final long ALICE = 100_000_000_011L;
    private static final AtomicInteger NAMES = new AtomicInteger();

    @TempDir
    static Path directory;

    private static Countersign server;
    private static DevClient client;

    @BeforeAll
    static void start() {
        server = Countersign.dev(Countersign.DevOptions.at(directory).relaxed());
        client = new DevClient(server.port());
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    private static String fresh() {
        return "user" + NAMES.incrementAndGet();
    }

    private static Outcome root(String action, String body) {
        return client.cam(DevClient.ROOT, action, body);
    }

    private static Map<String, Value> ok(Outcome outcome) {
        assertThat(outcome.code()).as(outcome.message()).isEqualTo("ok");
        return outcome.fields();
    }

    private static void refused(Outcome outcome, String code, String message) {
        assertThat(outcome.code()).isEqualTo(code);
        assertThat(outcome.message()).isEqualTo(message);
        assertThat(outcome.fields()).containsOnlyKeys("Error", "RequestId");
    }

    private static long number(Map<String, Value> fields, String name) {
        return Long.parseLong(((Value.Number) Objects.requireNonNull(fields.get(name))).literal());
    }

    private static String text(Map<String, Value> fields, String name) {
        return ((Value.Text) Objects.requireNonNull(fields.get(name))).text();
    }

    private static List<Map<String, Value>> list(Outcome outcome, String name) {
        return ((Value.Items) Objects.requireNonNull(ok(outcome).get(name)))
                .items().stream().map(item -> ((Value.Fields) item).fields()).toList();
    }

    /// A user with this in its parameters.
    private static String added(String more) {
        String name = fresh();
        ok(root("AddUser", "{\"Name\":\"" + name + "\"" + more + "}"));
        return name;
    }

    private static Map<String, Value> user(String name) {
        return ok(root("GetUser", "{\"Name\":\"" + name + "\"}"));
    }

    @Test
    void a_user_is_added_with_password_and_key_and_read_back() {
        String name = fresh();
        Map<String, Value> added = ok(root(
                "AddUser",
                "{\"Name\":\"" + name + "\",\"Remark\":\"of sales\","
                        + "\"ConsoleLogin\":1,\"UseApi\":1,\"Password\":\"Sales-2026\",\"NeedResetPassword\":1,"
                        + "\"CountryCode\":\"86\",\"PhoneNum\":\"13800138000\",\"Email\":\"Sales@example.com\"}"));

        assertThat(added).containsOnlyKeys("Uin", "Name", "Password", "SecretId", "SecretKey", "Uid", "RequestId");
        assertThat(text(added, "Name")).isEqualTo(name);
        assertThat(text(added, "Password")).isEqualTo("Sales-2026");
        assertThat(text(added, "SecretId")).matches("AKID[A-Za-z0-9]{32}");
        assertThat(number(added, "Uin")).isBetween(101_000_000_000L, 199_999_999_999L);
        assertThat(number(added, "Uid")).isNotEqualTo(number(added, "Uin"));

        Map<String, Value> read = user(name);
        assertThat(read)
                .containsEntry("Uin", Objects.requireNonNull(added.get("Uin")))
                .containsEntry("Uid", Objects.requireNonNull(added.get("Uid")))
                .containsEntry("Name", Value.text(name))
                .containsEntry("Remark", Value.text("of sales"))
                .containsEntry("ConsoleLogin", Value.number(1))
                .containsEntry("PhoneNum", Value.text("13800138000"))
                .containsEntry("CountryCode", Value.text("86"))
                .containsEntry("Email", Value.text("sales@example.com"))
                .containsEntry("RecentlyLoginIP", new Value.Nothing())
                .containsEntry("RecentlyLoginTime", new Value.Nothing());

        Outcome signed =
                client.cam(new DevClient.Key(text(added, "SecretId"), text(added, "SecretKey")), "ListUsers", "{}");
        assertThat(signed.code()).as("known, and allowed nothing").isEqualTo("UnauthorizedOperation");
    }

    @Test
    void numbers_that_are_quoted_are_taken_and_the_vendors_address_with_its_percent_sign() {
        String name = fresh();
        Map<String, Value> added = ok(root(
                "AddUser",
                "{\"Name\":\"" + name + "\",\"Remark\":\"test\","
                        + "\"CountryCode\":\"86\",\"PhoneNum\":\"10086\",\"Email\":\"123%40qq.com\",\"Password\":\"Test-123456\","
                        + "\"NeedResetPassword\":\"0\",\"UseApi\":\"1\",\"ConsoleLogin\":\"1\"}"));

        assertThat(text(added, "SecretKey")).hasSize(40);
        assertThat(user(name))
                .containsEntry("Email", Value.text("123@qq.com"))
                .containsEntry("PhoneNum", Value.text("10086"));
    }

    @Test
    void a_user_without_anything_has_neither_password_nor_key() {
        String name = fresh();
        Map<String, Value> added =
                ok(root("AddUser", "{\"Name\":\"" + name + "\",\"Password\":\"weak\",\"ConsoleLogin\":0}"));

        assertThat(added)
                .containsEntry("Password", Value.text(""))
                .containsEntry("SecretId", Value.text(""))
                .containsEntry("SecretKey", Value.text(""));
        assertThat(user(name))
                .containsEntry("ConsoleLogin", Value.number(0))
                .containsEntry("PhoneNum", Value.text(""))
                .containsEntry("CountryCode", Value.text(""))
                .containsEntry("Email", Value.text(""));
    }

    @Test
    void a_console_user_without_a_password_gets_a_random_one_of_32_characters() {
        String one = text(ok(root("AddUser", "{\"Name\":\"" + fresh() + "\",\"ConsoleLogin\":1}")), "Password");
        String two = text(ok(root("AddUser", "{\"Name\":\"" + fresh() + "\",\"ConsoleLogin\":1}")), "Password");

        assertThat(one)
                .hasSize(32)
                .containsPattern("[A-Z]")
                .containsPattern("[a-z]")
                .containsPattern("[0-9]")
                .containsPattern("[^A-Za-z0-9]")
                .isNotEqualTo(two);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Short-1", "nouppercase-1", "NOLOWERCASE-1", "NoDigit-here", "NoSpecial1here"})
    void a_password_that_breaks_the_rules_is_refused(String password) {
        refused(
                root("AddUser", "{\"Name\":\"" + fresh() + "\",\"ConsoleLogin\":1,\"Password\":\"" + password + "\"}"),
                "InvalidParameter.PasswordViolatedRules",
                "Password incompatible with user safety settings.");
        refused(
                root(
                        "UpdateUser",
                        "{\"Name\":\"" + added("") + "\",\"ConsoleLogin\":1,\"Password\":\"" + password + "\"}"),
                "InvalidParameter.PasswordViolatedRules",
                "Password incompatible with user safety settings.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"ConsoleLogin\":2",
                "\"UseApi\":-1",
                "\"NeedResetPassword\":\"7\"",
                "\"PhoneNum\":\"13800138000\"",
                "\"CountryCode\":\"86\"",
                "\"CountryCode\":\"+86\",\"PhoneNum\":\"13800138000\"",
                "\"CountryCode\":\"999\",\"PhoneNum\":\"13800138000\"",
                "\"CountryCode\":\"86\",\"PhoneNum\":\"138-0013\"",
                "\"Email\":\"nobody\"",
                "\"Email\":\"a@b@example.com\"",
            })
    void a_value_that_can_not_be_is_refused_with_the_code_of_the_action(String parameter) {
        refused(
                root("AddUser", "{\"Name\":\"" + fresh() + "\"," + parameter + "}"),
                "InvalidParameter.ParamError",
                "Invalid input parameter.");
        if (!parameter.contains("UseApi")) {
            refused(
                    root("UpdateUser", "{\"Name\":\"" + added("") + "\"," + parameter + "}"),
                    "InvalidParameter",
                    "Incorrect parameter.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a b", "a*", "a/b", "名", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void a_name_that_can_not_be_is_refused(String name) {
        for (String action : List.of("AddUser", "UpdateUser")) {
            refused(
                    root(action, "{\"Name\":\"" + name + "\"}"),
                    "InvalidParameter.UserNameIllegal",
                    "Invalid username.");
        }
    }

    @Test
    void a_name_is_given_once_and_the_accounts_own_never() {
        String name = added("");

        refused(
                root("AddUser", "{\"Name\":\"" + name + "\"}"),
                "InvalidParameter.SubUserNameInUse",
                "Sub-user name repeated.");
        refused(root("AddUser", "{\"Name\":\"dev\"}"), "InvalidParameter.SubUserNameInUse", "Sub-user name repeated.");
        ok(client.cam(DevClient.OTHER, "AddUser", "{\"Name\":\"" + name + "\"}"));
    }

    @Test
    void what_the_action_does_not_have_or_misses_is_refused_as_everywhere() {
        assertThat(root("AddUser", "{\"Name\":\"x\",\"Nick\":\"y\"}").code()).isEqualTo("UnknownParameter");
        assertThat(root("AddUser", "{}").code()).isEqualTo("MissingParameter");
        assertThat(root("GetUser", "{}").code()).isEqualTo("MissingParameter");
        assertThat(root("AddUser", "{\"Name\":5}").code()).isEqualTo("InvalidParameter");
        assertThat(root("DeleteUser", "{\"Name\":\"alice\",\"Force\":2}").code())
                .isEqualTo("InvalidParameterValue");
    }

    @Test
    void the_users_of_the_dev_world_are_listed_with_those_that_a_developer_made() {
        client.send("PUT", "/dev/principals", "{\"uin\":123,\"name\":\"x\",\"phone\":\"85265555555\"}");
        List<Map<String, Value>> users = list(root("ListUsers", "{}"), "Data");

        Map<String, Value> alice = users.stream()
                .filter(user -> text(user, "Name").equals("alice"))
                .findFirst()
                .orElseThrow();
        assertThat(alice)
                .containsOnlyKeys(
                        "Uin",
                        "Name",
                        "Uid",
                        "Remark",
                        "ConsoleLogin",
                        "PhoneNum",
                        "CountryCode",
                        "Email",
                        "CreateTime",
                        "NickName")
                .containsEntry("Uin", Value.number(ALICE))
                .containsEntry("CountryCode", Value.text("852"));
        assertThat(text(alice, "CreateTime")).matches("20[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}");
        assertThat(users)
                .extracting(user -> text(user, "Name"))
                .contains("bob", "x")
                .doesNotContain("dev");
        assertThat(user("x")).containsEntry("Uin", Value.number(123)).containsEntry("PhoneNum", Value.text("65555555"));
        assertThat(users)
                .extracting(user -> number(user, "Uid"))
                .doesNotHaveDuplicates()
                .doesNotContain(0L);
    }

    @Test
    void an_unknown_user_is_not_found_in_the_vendors_words() {
        for (String action : List.of("GetUser", "UpdateUser", "DeleteUser")) {
            refused(root(action, "{\"Name\":\"nobody\"}"), "ResourceNotFound.UserNotExist", "User does not exist.");
        }
    }

    @Test
    void a_change_keeps_what_it_does_not_name() {
        String name = added(",\"Remark\":\"old\",\"CountryCode\":\"86\",\"PhoneNum\":\"13800138001\"");

        assertThat(ok(root("UpdateUser", "{\"Name\":\"" + name + "\",\"Remark\":\"new\",\"ConsoleLogin\":\"1\"}")))
                .containsOnlyKeys("RequestId");

        assertThat(user(name))
                .containsEntry("Remark", Value.text("new"))
                .containsEntry("ConsoleLogin", Value.number(1))
                .containsEntry("PhoneNum", Value.text("13800138001"));
    }

    @Test
    void nobody_asserts_a_number_or_address_of_his_own() {
        for (String own :
                List.of("\"CountryCode\":\"852\",\"PhoneNum\":\"69999999\"", "\"Email\":\"new@example.com\"")) {
            refused(
                    client.cam(DevClient.ALICE, "UpdateUser", "{\"Name\":\"alice\"," + own + "}"),
                    "FailedOperation.Unmodifiable",
                    "The change is forbidden.");
        }
        ok(client.cam(DevClient.ALICE, "UpdateUser", "{\"Name\":\"alice\",\"Remark\":\"myself\"}"));
        assertThat(user("alice")).containsEntry("PhoneNum", Value.text("61234567"));
    }

    @Test
    void the_root_is_neither_changed_nor_deleted_here_nor_does_one_delete_oneself() {
        for (String action : List.of("UpdateUser", "DeleteUser")) {
            for (DevClient.Key key : List.of(DevClient.ROOT, DevClient.ALICE)) {
                refused(
                        client.cam(key, action, "{\"Name\":\"dev\"}"),
                        "FailedOperation.Unmodifiable",
                        "The change is forbidden.");
            }
        }
        refused(
                client.cam(DevClient.ALICE, "DeleteUser", "{\"Name\":\"alice\",\"Force\":1}"),
                "FailedOperation.Unmodifiable",
                "The change is forbidden.");
    }

    @Test
    void a_number_that_an_administrator_takes_away_is_told_without_a_code() {
        String name = added(",\"CountryCode\":\"852\",\"PhoneNum\":\"68880001\",\"Email\":\"old-a@example.com\"");

        ok(root(
                "UpdateUser",
                "{\"Name\":\"" + name + "\",\"CountryCode\":\"852\",\"PhoneNum\":\"68880002\","
                        + "\"Email\":\"new-a@example.com\"}"));

        for (String old : List.of("85268880001", "old-a@example.com")) {
            Value.Fields message = waited(old);
            assertThat(message.fields())
                    .containsEntry("code", new Value.Nothing())
                    .containsEntry("purpose", Value.text("notice-changed"));
            assertThat(text(message.fields(), "text")).contains("was changed by an administrator");
        }
        assertThat(client.messages("85268880002")).isZero();
        assertThat(client.messages("new-a@example.com")).isZero();
    }

    private static Value.Fields waited(String to) {
        Value body = client.send("GET", "/dev/messages?wait=20s&to=" + to, "").body();
        return (Value.Fields) ((Value.Items) body).items().getFirst();
    }

    @Test
    void a_number_that_nothing_is_sent_to_is_not_told() {
        String name = added(",\"CountryCode\":\"852\",\"PhoneNum\":\"68880003\",\"Email\":\"old-b@example.com\"");
        client.send("PUT", "/dev/test-numbers", "{\"number\":\"85268880003\",\"code\":\"123456\"}");

        ok(root(
                "UpdateUser",
                "{\"Name\":\"" + name + "\",\"CountryCode\":\"852\",\"PhoneNum\":\"68880004\","
                        + "\"Email\":\"new-b@example.com\"}"));

        waited("old-b@example.com");
        assertThat(client.messages("85268880003")).isZero();
    }

    @Test
    void a_user_with_keys_is_deleted_only_by_force() {
        String name = fresh();
        Map<String, Value> added = ok(root("AddUser", "{\"Name\":\"" + name + "\",\"UseApi\":1}"));
        DevClient.Key key = new DevClient.Key(text(added, "SecretId"), text(added, "SecretKey"));

        refused(
                root("DeleteUser", "{\"Name\":\"" + name + "\"}"),
                "OperationDenied.HaveKeys",
                "There are undeleted API keys.");
        refused(
                root("DeleteUser", "{\"Name\":\"" + name + "\",\"Force\":0}"),
                "OperationDenied.HaveKeys",
                "There are undeleted API keys.");
        assertThat(client.cam(key, "ListUsers", "{}").code()).isEqualTo("UnauthorizedOperation");
        assertThat(ok(root("DeleteUser", "{\"Name\":\"" + name + "\",\"Force\":\"1\"}")))
                .containsOnlyKeys("RequestId");

        assertThat(client.cam(key, "ListUsers", "{}").code()).isEqualTo("AuthFailure.SecretIdNotFound");
        assertThat(root("GetUser", "{\"Name\":\"" + name + "\"}").code()).isEqualTo("ResourceNotFound.UserNotExist");
        ok(root("AddUser", "{\"Name\":\"" + name + "\"}"));
    }

    @Test
    void users_are_described_by_their_uins_and_strangers_left_out() {
        Outcome described = root(
                "DescribeSubAccounts",
                "{\"FilterSubAccountUin\":[\"100000000011\",100000000012,100000000011,5,100000000001,100000000002]}");

        List<Map<String, Value>> users = list(described, "SubAccounts");
        assertThat(users).extracting(user -> text(user, "Name")).containsExactly("alice", "bob");
        assertThat(users.getFirst())
                .containsOnlyKeys(
                        "Uin", "Name", "Uid", "Remark", "CreateTime", "UserType", "LastLoginIp", "LastLoginTime")
                .containsEntry("UserType", Value.number(2))
                .containsEntry("LastLoginIp", Value.text(""))
                .containsEntry("LastLoginTime", new Value.Nothing());
    }

    @Test
    void at_most_fifty_uins_are_described_at_once() {
        String fifty = "1" + ",100000000011".repeat(49);
        assertThat(list(root("DescribeSubAccounts", "{\"FilterSubAccountUin\":[" + fifty + "]}"), "SubAccounts"))
                .hasSize(1);
        for (String uins : List.of("", fifty + ",2")) {
            refused(
                    root("DescribeSubAccounts", "{\"FilterSubAccountUin\":[" + uins + "]}"),
                    "InvalidParameter",
                    "Incorrect parameter.");
        }
    }

    @Test
    void another_tenant_sees_changes_and_infers_nothing() {
        String name = added(",\"Remark\":\"ours\"");
        long uin = number(user(name), "Uin");
        for (String action : List.of("GetUser", "UpdateUser", "DeleteUser")) {
            Outcome foreign = client.cam(DevClient.OTHER, action, "{\"Name\":\"" + name + "\"}");
            Outcome none = client.cam(DevClient.OTHER, action, "{\"Name\":\"no-such-user\"}");
            assertThat(foreign.code()).isEqualTo(none.code()).isEqualTo("ResourceNotFound.UserNotExist");
            assertThat(foreign.message()).isEqualTo(none.message());
        }
        Outcome described = client.cam(
                DevClient.OTHER,
                "DescribeSubAccounts",
                String.format(Locale.ROOT, "{\"FilterSubAccountUin\":[%d]}", uin));
        assertThat(list(described, "SubAccounts")).isEmpty();
        assertThat(list(client.cam(DevClient.OTHER, "ListUsers", "{}"), "Data"))
                .extracting(user -> number(user, "Uin"))
                .doesNotContain(uin, ALICE);
        assertThat(user(name)).containsEntry("Remark", Value.text("ours"));
    }

    @Test
    void a_tenant_that_subscribed_to_nothing_manages_its_users_and_who_may_nothing_manages_none() {
        assertThat(list(client.cam(DevClient.BARE, "ListUsers", "{}"), "Data")).isEmpty();
        for (String action :
                List.of("AddUser", "GetUser", "ListUsers", "UpdateUser", "DeleteUser", "DescribeSubAccounts")) {
            assertThat(client.cam(DevClient.BOB, action, "{}").code())
                    .as(action)
                    .isEqualTo("UnauthorizedOperation");
        }
    }
}
