package dev.countersign.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.wire.Value;
import dev.countersign.server.Countersign;
import dev.countersign.testkit.Race;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The keys of principals over the signed wire, each listed code reached by a real condition.
class CamKeysTest {
    private static final String ALICE = "100000000011";
    private static final String BOB = "100000000012";
    private static final String ROOT = "100000000001";
    private static final List<String> ACTIONS =
            List.of("CreateAccessKey", "ListAccessKeys", "UpdateAccessKey", "DeleteAccessKey");

    @TempDir
    Path directory;

    private Countersign server;
    private DevClient client;

    @BeforeEach
    void start() {
        server = Countersign.dev(Countersign.DevOptions.at(directory).relaxed());
        client = new DevClient(server.port());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private static Map<String, Value> ok(Outcome outcome) {
        assertThat(outcome.code()).as(outcome.message()).isEqualTo("ok");
        return outcome.fields();
    }

    private static void refused(Outcome outcome, String code, String message) {
        assertThat(outcome.code()).isEqualTo(code);
        assertThat(outcome.message()).isEqualTo(message);
    }

    private static String text(Map<String, Value> fields, String name) {
        return ((Value.Text) Objects.requireNonNull(fields.get(name))).text();
    }

    private static Map<String, Value> detail(Outcome created) {
        return ((Value.Fields) Objects.requireNonNull(ok(created).get("AccessKey"))).fields();
    }

    private DevClient.Key created(String target) {
        Map<String, Value> made =
                detail(client.cam(DevClient.ROOT, "CreateAccessKey", "{\"TargetUin\":" + target + "}"));
        return new DevClient.Key(text(made, "AccessKeyId"), text(made, "SecretAccessKey"));
    }

    private List<Map<String, Value>> listed(DevClient.Key as, String body) {
        return ((Value.Items) Objects.requireNonNull(
                        ok(client.cam(as, "ListAccessKeys", body)).get("AccessKeys")))
                .items().stream().map(item -> ((Value.Fields) item).fields()).toList();
    }

    /// A right body of any of these actions.
    private static String body(String target, String id, String action) {
        String key = action.equals("CreateAccessKey") || action.equals("ListAccessKeys")
                ? ""
                : ",\"AccessKeyId\":\"" + id + "\"";
        String status = action.equals("UpdateAccessKey") ? ",\"Status\":\"Inactive\"" : "";
        return "{\"TargetUin\":" + target + key + status + "}";
    }

    @Test
    void a_key_is_made_shown_once_and_signs() {
        Map<String, Value> made = detail(client.cam(
                DevClient.ROOT, "CreateAccessKey", "{\"TargetUin\":\"" + ALICE + "\",\"Description\":\"batch\"}"));

        assertThat(made)
                .containsOnlyKeys("AccessKeyId", "SecretAccessKey", "Status", "CreateTime", "Description")
                .containsEntry("Status", Value.text("Active"));
        DevClient.Key key = new DevClient.Key(text(made, "AccessKeyId"), text(made, "SecretAccessKey"));
        ok(client.cam(key, "ListUsers", "{}"));

        List<Map<String, Value>> keys = listed(key, "{}");
        assertThat(keys)
                .hasSize(2)
                .extracting(one -> text(one, "AccessKeyId"))
                .contains(key.id(), DevClient.ALICE.id());
        assertThat(keys).allSatisfy(one -> assertThat(one).doesNotContainKey("SecretAccessKey"));
        assertThat(keys)
                .filteredOn(one -> text(one, "AccessKeyId").equals(DevClient.ALICE.id()))
                .allSatisfy(one -> assertThat(one).containsOnlyKeys("AccessKeyId", "Status", "CreateTime"));
    }

    @Test
    void a_third_key_is_refused() {
        created(BOB);

        refused(
                client.cam(DevClient.ROOT, "CreateAccessKey", "{\"TargetUin\":" + BOB + "}"),
                "OperationDenied.AccessKeyOverLimit",
                "Each account can have up to two `AccessKey`.");
    }

    @Test
    void of_three_at_once_a_principal_gets_two_in_all() {
        List<String> codes = Race.of(
                3,
                n -> client.cam(DevClient.ROOT, "CreateAccessKey", "{\"TargetUin\":" + BOB + "}")
                        .code());

        assertThat(codes).filteredOn("ok"::equals).hasSize(1);
        assertThat(codes)
                .filteredOn("OperationDenied.AccessKeyOverLimit"::equals)
                .hasSize(2);
    }

    @Test
    void a_key_that_is_off_or_deleted_is_not_found_at_once() {
        DevClient.Key key = created(ALICE);
        String named = ",\"AccessKeyId\":\"" + key.id() + "\"}";
        for (int n = 0; n < 5; n++) {
            ok(client.cam(key, "ListUsers", "{}"));
            ok(client.cam(
                    DevClient.ROOT, "UpdateAccessKey", "{\"TargetUin\":" + ALICE + ",\"Status\":\"Inactive\"" + named));
            refused(
                    client.cam(key, "ListUsers", "{}"),
                    "AuthFailure.SecretIdNotFound",
                    "The SecretId is not found, please ensure that your SecretId is correct.");
            assertThat(listed(DevClient.ALICE, "{}"))
                    .filteredOn(one -> text(one, "AccessKeyId").equals(key.id()))
                    .allSatisfy(one -> assertThat(one).containsEntry("Status", Value.text("Inactive")));
            ok(client.cam(
                    DevClient.ROOT, "UpdateAccessKey", "{\"TargetUin\":" + ALICE + ",\"Status\":\"Active\"" + named));
        }
        ok(client.cam(key, "ListUsers", "{}"));
        ok(client.cam(key, "DeleteAccessKey", "{" + named.substring(1)));
        assertThat(client.cam(key, "ListUsers", "{}").code()).isEqualTo("AuthFailure.SecretIdNotFound");
        assertThat(listed(DevClient.ALICE, "{}")).hasSize(1);
    }

    @Test
    void a_user_never_touches_the_keys_of_the_root() {
        for (String action : ACTIONS) {
            refused(
                    client.cam(DevClient.ALICE, action, body(ROOT, DevClient.ROOT.id(), action)),
                    "OperationDenied.SubUin",
                    "The sub-user is not allowed to use the root account key.");
        }
        assertThat(listed(DevClient.ROOT, "{}"))
                .singleElement()
                .satisfies(key -> assertThat(key).containsEntry("Status", Value.text("Active")));
    }

    @Test
    void a_key_must_be_the_targets_own() {
        for (String action : List.of("UpdateAccessKey", "DeleteAccessKey")) {
            refused(
                    client.cam(DevClient.ROOT, action, body(ALICE, DevClient.BOB.id(), action)),
                    "OperationDenied.UinNotMatch",
                    "The access key does not match the account.");
        }
        assertThat(listed(DevClient.ROOT, "{\"TargetUin\":" + BOB + "}")).hasSize(1);
    }

    @Test
    void an_unknown_key_and_another_tenants_are_both_not_found() {
        for (String action : List.of("UpdateAccessKey", "DeleteAccessKey")) {
            for (String id : List.of("AKIDnobodys", DevClient.OTHER.id())) {
                refused(
                        client.cam(DevClient.ROOT, action, body(ALICE, id, action)),
                        "ResourceNotFound.SecretNotExist",
                        "The key does not exist.");
            }
        }
        assertThat(client.cam(DevClient.OTHER, "ListUsers", "{}").code()).isEqualTo("ok");
    }

    @Test
    void an_unknown_principal_and_another_tenants_both_do_not_exist() {
        for (String action : ACTIONS) {
            for (String target : List.of("5", "100000000002")) {
                refused(
                        client.cam(DevClient.ROOT, action, body(target, DevClient.OTHER.id(), action)),
                        "InvalidParameter.UserNotExist",
                        "User object does not exist");
            }
            refused(
                    client.cam(DevClient.OTHER, action, body(ALICE, DevClient.ALICE.id(), action)),
                    "InvalidParameter.UserNotExist",
                    "User object does not exist");
        }
        assertThat(listed(DevClient.ALICE, "{}")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CreateAccessKey", "ListAccessKeys", "UpdateAccessKey", "DeleteAccessKey"})
    void what_can_be_no_uin_key_or_status_is_refused(String action) {
        for (String target : List.of("0", "-1", "\"0\"")) {
            refused(
                    client.cam(DevClient.ROOT, action, body(target, "AKIDx", action)),
                    "InvalidParameter.ParamError",
                    "Invalid input parameter.");
        }
        if (action.equals("UpdateAccessKey")) {
            for (String status : List.of("active", "Off", "")) {
                refused(
                        client.cam(DevClient.ROOT, action, "{\"AccessKeyId\":\"AKIDx\",\"Status\":\"" + status + "\"}"),
                        "InvalidParameter.ParamError",
                        "Invalid input parameter.");
            }
            assertThat(client.cam(DevClient.ROOT, action, "{\"AccessKeyId\":\"\",\"Status\":\"Active\"}")
                            .code())
                    .isEqualTo("InvalidParameter.ParamError");
        }
    }

    @Test
    void who_may_nothing_has_no_say_about_keys() {
        for (String action : ACTIONS) {
            Outcome refused = client.cam(DevClient.BOB, action, "{}");
            assertThat(refused.code()).isEqualTo("UnauthorizedOperation");
            assertThat(refused.message()).contains("(cam:" + action + ")");
        }
    }
}
