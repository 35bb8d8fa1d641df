package dev.countersign.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Value;
import dev.countersign.server.Countersign;
import dev.countersign.testkit.Totp;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Outcome;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Roles as a client meets them: made over the wire, assumed, used, narrowed, ended.
class AssumeRoleTest {
    private static final String ROLES = "qcs::cam::uin/100000000001:roleName/";
    private static final String OPERATOR = ROLES + "dev-operator";
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final String SERIAL = "qcs::cam:uin/100000000001::mfa/softToken";
    private static final String UNKNOWN =
            "ResourceNotFound.RoleNotFound: The role corresponding to the account does not exist.";
    private static final String TOO_LONG = "InvalidParameter.OverTimeError: The expiration time exceeds the threshold.";
    private static final String ALICE = "qcs::cam::uin/100000000001:uin/100000000011";
    private static final String BOB = "qcs::cam::uin/100000000001:uin/100000000012";

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

    private Outcome cam(DevClient.Key key, String action, Value.Fields parameters) {
        return client.cam(key, action, Json.write(parameters).toUtf8());
    }

    private Outcome assume(DevClient.Key key, String arn, Value.Fields more) {
        Value.Fields parameters = DevClient.fields("RoleArn", arn, "RoleSessionName", "nightly");
        for (var one : more.fields().entrySet()) {
            parameters = parameters.plus(one.getKey(), one.getValue());
        }
        return client.sts(key, "AssumeRole", Json.write(parameters).toUtf8());
    }

    private DevClient.Key assumed(String arn, Value.Fields more) {
        Outcome answer = assume(DevClient.ALICE, arn, more);
        assertThat(answer.code()).as(answer.message()).isEqualTo("ok");
        return DevClient.temporary(answer);
    }

    private DevClient.Key assumed(String arn) {
        return assumed(arn, Value.Fields.none());
    }

    private Outcome who(DevClient.Key key) {
        return client.sts(key, "GetCallerIdentity", "{}");
    }

    private String read(DevClient.Key key) {
        return client.cam(key, "ListUsers", "{}").code();
    }

    private String write(DevClient.Key key, String name) {
        return client.cam(key, "AddUser", "{\"Name\":\"" + name + "\"}").code();
    }

    private static String said(Outcome outcome) {
        return outcome.code() + ": " + outcome.message();
    }

    private static String document(String statement) {
        return "{'version':'2.0','statement':[" + statement + "]}";
    }

    private static String trust(String whom, String more) {
        return document(
                "{'effect':'allow','action':'name/sts:AssumeRole','principal':{'qcs':['" + whom + "']}" + more + "}");
    }

    /// Makes a role that a policy of this one statement is attached to.
    ///
    /// @return its id
    private String role(String name, String trust, String statement, long seconds) {
        Outcome role = cam(
                DevClient.ROOT,
                "CreateRole",
                DevClient.fields("RoleName", name, "PolicyDocument", trust.replace('\'', '"'))
                        .plus("SessionDuration", Value.number(seconds)));
        assertThat(role.code()).as(role.message()).isEqualTo("ok");
        Outcome policy = cam(
                DevClient.ROOT,
                "CreatePolicy",
                DevClient.fields(
                        "PolicyName",
                        "of-" + name,
                        "PolicyDocument",
                        document(statement).replace('\'', '"')));
        assertThat(policy.code()).as(policy.message()).isEqualTo("ok");
        Outcome attached = cam(
                DevClient.ROOT,
                "AttachRolePolicy",
                DevClient.fields("AttachRoleName", name, "PolicyName", "of-" + name));
        assertThat(attached.code()).as(attached.message()).isEqualTo("ok");
        return role.text("RoleId");
    }

    private static Value.Fields narrowed(String policy) {
        return DevClient.fields("Policy", URLEncoder.encode(policy.replace('\'', '"'), StandardCharsets.UTF_8));
    }

    private static Value.Fields lasting(long seconds) {
        return Value.Fields.none().plus("DurationSeconds", Value.number(seconds));
    }

    private Value.Fields shown() {
        return DevClient.fields("SerialNumber", SERIAL, "TokenCode", Totp.code(SECRET, client.now()));
    }

    private void enrol() {
        String body = "{\"uin\":100000000011,\"totp\":\"" + SECRET + "\"}";
        assertThat(client.send("PUT", "/dev/authenticators", body).status()).isEqualTo(200);
    }

    @Test
    void a_role_is_assumed_by_its_name_and_by_its_id_and_may_what_its_policies_say() {
        String id = cam(DevClient.ALICE, "GetRole", DevClient.fields("RoleName", "dev-operator"))
                                        .fields()
                                        .get("RoleInfo")
                                instanceof Value.Fields info
                        && info.fields().get("RoleId") instanceof Value.Text text
                ? text.text()
                : "";
        for (String arn : List.of(OPERATOR, "qcs::cam::uin/100000000001:role/" + id)) {
            Instant before = client.now();
            Outcome answer = assume(DevClient.ALICE, arn, Value.Fields.none());
            DevClient.Key key = DevClient.temporary(answer);
            Instant end = Instant.parse(answer.text("Expiration"));
            assertThat(Duration.between(before, end)).isBetween(Duration.ofSeconds(7199), Duration.ofSeconds(7210));
            assertThat(answer.fields().get("ExpiredTime")).isEqualTo(Value.number(end.getEpochSecond()));
            assertThat(read(key)).isEqualTo("ok");
            assertThat(client.call(key, "GetCountryCodes", "{}").code()).isEqualTo("ok");
            Outcome more = client.cam(key, "AddUser", "{\"Name\":\"carol\"}");
            assertThat(more.code()).as("alice may, the role may not").isEqualTo("UnauthorizedOperation");
            assertThat(more.message()).contains("(cam:AddUser)");
        }
        assertThat(write(DevClient.ALICE, "carol")).as("her own key").isEqualTo("ok");
    }

    @Test
    void a_key_says_that_it_is_a_role_and_whose() {
        String id = role("named", trust(ALICE, ""), "{'effect':'allow','action':'sts:*','resource':'*'}", 7200);
        Outcome who = who(assumed(ROLES + "named"));
        assertThat(who.text("Type")).as(said(who)).isEqualTo("CAMRole");
        assertThat(who.text("Arn")).isEqualTo("qcs::sts:100000000001:assumed-role/" + id);
        assertThat(who.text("UserId")).isEqualTo(id + ":nightly");
        assertThat(who.text("PrincipalId")).isEqualTo("100000000011");
        assertThat(who.text("AccountId")).isEqualTo("100000000001");
    }

    @Test
    void a_sessions_policy_takes_away_and_never_adds() {
        DevClient.Key key = assumed(
                OPERATOR,
                narrowed(document("{'effect':'allow','action':['cam:ListUsers','cam:AddUser'],'resource':'*'}")));
        assertThat(read(key)).isEqualTo("ok");
        assertThat(client.cam(key, "GetUser", "{\"Name\":\"bob\"}").code())
                .as("the role may, the session may not")
                .isEqualTo("UnauthorizedOperation");
        assertThat(write(key, "carol")).as("the session may, the role may not").isEqualTo("UnauthorizedOperation");

        DevClient.Key denied = assumed(
                OPERATOR,
                narrowed(document("{'effect':'allow','action':'*','resource':'*'},"
                        + "{'effect':'deny','action':'cam:ListUsers','resource':'*'}")));
        assertThat(read(denied)).isEqualTo("UnauthorizedOperation");
        assertThat(client.cam(denied, "GetUser", "{\"Name\":\"bob\"}").code()).isEqualTo("ok");
    }

    @Test
    void a_sessions_policy_that_is_none_or_too_long_is_refused() {
        for (String policy : List.of(
                "no policy",
                "{'version':'1','statement':[]}",
                document("{'effect':'allow'}"),
                document("{'effect':'perhaps','action':'*','resource':'*'}"))) {
            assertThat(said(assume(DevClient.ALICE, OPERATOR, narrowed(policy))))
                    .isEqualTo("InvalidParameter.StrategyFormatError: Policy syntax error.");
        }
        for (String torn : List.of("%zz", "%7")) {
            assertThat(assume(DevClient.ALICE, OPERATOR, DevClient.fields("Policy", torn))
                            .code())
                    .isEqualTo("InvalidParameter.StrategyFormatError");
        }
        String policy = document("{'effect':'allow','action':'*','resource':'*'}");
        String longest = policy + " ".repeat(6144 - policy.length());
        assertThat(read(assumed(OPERATOR, narrowed(longest)))).isEqualTo("ok");
        assertThat(said(assume(DevClient.ALICE, OPERATOR, narrowed(longest + " "))))
                .isEqualTo("InvalidParameter.PolicyTooLong: The policy is too long.");
    }

    @Test
    void who_may_not_call_it_hears_which_role() {
        for (String role : List.of("dev-operator", "nobody")) {
            Outcome denied = assume(DevClient.BOB, ROLES + role, Value.Fields.none());
            assertThat(denied.code()).isEqualTo("UnauthorizedOperation");
            assertThat(denied.message())
                    .endsWith("you are not authorized to perform operation (sts:AssumeRole)\nresource (" + ROLES + role
                            + ") has no permission\n");
        }
    }

    @Test
    void a_role_that_trusts_somebody_else_is_denied_to_the_administrator_and_the_root() {
        String id = role("closed", trust(BOB, ""), "{'effect':'allow','action':'*','resource':'*'}", 7200);
        for (DevClient.Key key : List.of(DevClient.ALICE, DevClient.ROOT)) {
            for (String arn : List.of(ROLES + "closed", "qcs::cam::uin/100000000001:role/" + id)) {
                Outcome denied = assume(key, arn, Value.Fields.none());
                assertThat(denied.code()).isEqualTo("UnauthorizedOperation");
                assertThat(denied.message()).contains("resource (" + ROLES + "closed)");
            }
        }
        assertThat(assume(DevClient.BOB, ROLES + "closed", Value.Fields.none()).code())
                .as("trust without a permission is not enough")
                .isEqualTo("UnauthorizedOperation");
    }

    @Test
    void who_is_trusted_and_permitted_for_that_role_alone_assumes_it_alone() {
        role("closed", trust(BOB, ""), "{'effect':'allow','action':'cam:List*','resource':'*'}", 7200);
        role("second", trust(BOB, ""), "{'effect':'allow','action':'cam:List*','resource':'*'}", 7200);
        Outcome policy = cam(
                DevClient.ROOT,
                "CreatePolicy",
                DevClient.fields(
                        "PolicyName",
                        "assume",
                        "PolicyDocument",
                        document("{'effect':'allow','action':'sts:AssumeRole','resource':'" + ROLES + "closed'}")
                                .replace('\'', '"')));
        assertThat(cam(
                                DevClient.ROOT,
                                "AttachUserPolicy",
                                new Value.Fields(java.util.Map.of(
                                        "PolicyId",
                                        java.util.Objects.requireNonNull(
                                                policy.fields().get("PolicyId")),
                                        "AttachUin",
                                        Value.number(100_000_000_012L))))
                        .code())
                .isEqualTo("ok");
        Outcome answer = assume(DevClient.BOB, ROLES + "closed", Value.Fields.none());
        assertThat(answer.code()).as(answer.message()).isEqualTo("ok");
        assertThat(read(DevClient.temporary(answer))).isEqualTo("ok");
        assertThat(read(DevClient.BOB)).isEqualTo("UnauthorizedOperation");
        assertThat(assume(DevClient.BOB, ROLES + "second", Value.Fields.none()).code())
                .isEqualTo("UnauthorizedOperation");
    }

    @Test
    void another_tenants_role_looks_like_none_at_all() {
        for (String role : List.of("roleName/dev-operator", "role/4611686018427387905", "role/9", "roleName/nobody")) {
            String ours = "qcs::cam::uin/100000000001:" + role;
            String theirs = "qcs::cam::uin/100000000002:" + role;
            assertThat(said(assume(DevClient.OTHER, ours, Value.Fields.none()))).isEqualTo(UNKNOWN);
            assertThat(said(assume(DevClient.OTHER, theirs, Value.Fields.none())))
                    .isEqualTo(UNKNOWN);
            assertThat(said(assume(DevClient.ALICE, theirs, Value.Fields.none())))
                    .isEqualTo(UNKNOWN);
        }
        assertThat(said(assume(DevClient.ALICE, ROLES + "nobody", Value.Fields.none())))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void an_external_id_is_asked_for_by_the_roles_trust() {
        role(
                "partner",
                trust(ALICE, ",'condition':{'string_equal':{'sts:external_id':'partner-7'}}"),
                "{'effect':'allow','action':'cam:List*','resource':'*'}",
                7200);
        String arn = ROLES + "partner";
        assertThat(assume(DevClient.ALICE, arn, Value.Fields.none()).code()).isEqualTo("UnauthorizedOperation");
        assertThat(assume(DevClient.ALICE, arn, DevClient.fields("ExternalId", "partner-8"))
                        .code())
                .isEqualTo("UnauthorizedOperation");
        assertThat(read(assumed(arn, DevClient.fields("ExternalId", "partner-7"))))
                .isEqualTo("ok");
    }

    @Test
    void a_key_lives_no_longer_than_its_role_allows() {
        role("brief", trust(ALICE, ""), "{'effect':'allow','action':'cam:List*','resource':'*'}", 3600);
        assertThat(said(assume(DevClient.ALICE, ROLES + "brief", lasting(3601))))
                .isEqualTo(TOO_LONG);
        for (long seconds : new long[] {43_201, 0, -1, Long.MAX_VALUE}) {
            assertThat(said(assume(DevClient.ALICE, OPERATOR, lasting(seconds))))
                    .isEqualTo(TOO_LONG);
        }
        DevClient.Key unsaid = assumed(ROLES + "brief");
        DevClient.Key hour = assumed(ROLES + "brief", lasting(3600));
        DevClient.Key longest = assumed(OPERATOR, lasting(43_200));
        client.advance("59m");
        assertThat(read(hour)).isEqualTo("ok");
        assertThat(read(unsaid)).isEqualTo("ok");
        client.advance("61s");
        assertThat(read(unsaid)).as("as long as the role allows").isEqualTo("AuthFailure.TokenFailure");
        assertThat(said(client.cam(hour, "ListUsers", "{}")))
                .isEqualTo("AuthFailure.TokenFailure: The security token is wrong or has expired. "
                        + "Please obtain a new one.");
        client.advance("10h58m");
        assertThat(read(longest)).isEqualTo("ok");
        client.advance("2m");
        assertThat(read(longest)).isEqualTo("AuthFailure.TokenFailure");
    }

    @Test
    void a_code_with_the_call_is_what_a_condition_on_a_second_factor_asks_for() {
        enrol();
        role(
                "careful",
                trust(ALICE, ""),
                "{'effect':'allow','action':'cam:List*','resource':'*',"
                        + "'condition':{'bool_equal':{'qcs:mfaPresent':'true'}}}",
                7200);
        assertThat(read(assumed(ROLES + "careful"))).isEqualTo("UnauthorizedOperation");
        Value.Fields factor = shown();
        assertThat(read(assumed(ROLES + "careful", factor))).isEqualTo("ok");
        assertThat(said(assume(DevClient.ALICE, ROLES + "careful", factor)))
                .as("a code passes once")
                .isEqualTo("FailedOperation.CheckMFAError: MFA check failed.");
    }

    @Test
    void a_role_may_ask_for_a_second_factor_of_who_assumes_it() {
        enrol();
        role(
                "guarded",
                trust(ALICE, ",'condition':{'bool_equal':{'qcs:mfaPresent':'true'}}"),
                "{'effect':'allow','action':'cam:List*','resource':'*'}",
                7200);
        assertThat(assume(DevClient.ALICE, ROLES + "guarded", Value.Fields.none())
                        .code())
                .isEqualTo("UnauthorizedOperation");
        DevClient.Key session = DevClient.temporary(client.sts(
                DevClient.ALICE, "GetSessionToken", Json.write(shown()).toUtf8()));
        Outcome answer = assume(session, ROLES + "guarded", Value.Fields.none());
        assertThat(answer.code()).as(answer.message()).isEqualTo("ok");
        assertThat(read(DevClient.temporary(answer))).isEqualTo("ok");
    }

    @Test
    void who_acts_as_a_role_assumes_no_other_and_opens_no_session() {
        enrol();
        role("every", trust(ALICE, ""), "{'effect':'allow','action':'*','resource':'*'}", 7200);
        DevClient.Key key = assumed(ROLES + "every");
        assertThat(assume(key, OPERATOR, Value.Fields.none()).code()).isEqualTo("UnauthorizedOperation");
        assertThat(client.sts(key, "GetSessionToken", Json.write(shown()).toUtf8())
                        .code())
                .isEqualTo("FailedOperation.TempKeyNotAllowed");
    }

    @Test
    void a_root_that_acts_as_a_role_may_no_more_than_the_role() {
        role(
                "low",
                trust("qcs::cam::uin/100000000001:root", ""),
                "{'effect':'allow','action':'cam:List*','resource':'*'}",
                7200);
        Outcome answer = assume(DevClient.ROOT, ROLES + "low", Value.Fields.none());
        assertThat(answer.code()).as(answer.message()).isEqualTo("ok");
        DevClient.Key key = DevClient.temporary(answer);
        assertThat(read(key)).isEqualTo("ok");
        assertThat(write(key, "carol")).isEqualTo("UnauthorizedOperation");
    }

    @Test
    void what_is_taken_from_a_role_is_taken_from_its_keys_at_once() {
        role("worker", trust(ALICE, ""), "{'effect':'allow','action':'cam:*','resource':'*'}", 7200);
        DevClient.Key key = assumed(ROLES + "worker");
        assertThat(write(key, "carol")).isEqualTo("ok");
        assertThat(cam(
                                DevClient.ROOT,
                                "DetachRolePolicy",
                                DevClient.fields("DetachRoleName", "worker", "PolicyName", "of-worker"))
                        .code())
                .isEqualTo("ok");
        assertThat(write(key, "dave")).isEqualTo("UnauthorizedOperation");
    }

    @Test
    void the_keys_of_a_deleted_user_sign_no_more_not_even_as_a_role() {
        DevClient.Key key = assumed(OPERATOR);
        assertThat(read(key)).isEqualTo("ok");
        assertThat(client.cam(DevClient.ROOT, "DeleteUser", "{\"Name\":\"alice\",\"Force\":1}")
                        .code())
                .isEqualTo("ok");
        assertThat(read(key)).startsWith("AuthFailure.");
    }

    @Test
    void the_keys_of_a_deleted_role_may_nothing_nor_do_they_revive_with_its_name() {
        String statement = "{'effect':'allow','action':'*','resource':'*'}";
        role("worker", trust(ALICE, ""), statement, 7200);
        DevClient.Key key = assumed(ROLES + "worker");
        assertThat(write(key, "carol")).isEqualTo("ok");
        assertThat(cam(DevClient.ROOT, "DeleteRole", DevClient.fields("RoleName", "worker"))
                        .code())
                .isEqualTo("ok");
        assertThat(write(key, "dave")).isEqualTo("UnauthorizedOperation");
        assertThat(read(key)).isEqualTo("UnauthorizedOperation");
        assertThat(who(key).code()).isEqualTo("UnauthorizedOperation");
        assertThat(said(assume(DevClient.ALICE, ROLES + "worker", Value.Fields.none())))
                .isEqualTo(UNKNOWN);

        Outcome again = cam(
                DevClient.ROOT,
                "CreateRole",
                DevClient.fields(
                        "RoleName", "worker", "PolicyDocument", trust(ALICE, "").replace('\'', '"')));
        assertThat(again.code()).as(again.message()).isEqualTo("ok");
        assertThat(cam(
                                DevClient.ROOT,
                                "AttachRolePolicy",
                                DevClient.fields("AttachRoleName", "worker", "PolicyName", "of-worker"))
                        .code())
                .isEqualTo("ok");
        assertThat(write(key, "dave")).as("another role of that name").isEqualTo("UnauthorizedOperation");
        assertThat(write(assumed(ROLES + "worker"), "dave")).isEqualTo("ok");
    }
}
