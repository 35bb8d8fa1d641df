package dev.countersign.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.wire.Value;
import dev.countersign.server.Countersign;
import dev.countersign.testkit.wire.Acs3;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Answer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The second wire on the same port, with a client that signs by hand.
class AlibabaWireTest {
    private static final String ROLE = "RoleArn=acs%3Aram%3A%3A1000000000000001%3Arole%2Fdev-operator";

    @TempDir
    Path directory;

    private Countersign server;
    private DevClient client;
    private int calls;

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

    private Answer call(DevClient.Key key, String action, String query) {
        return call(key, action, query, "nonce-" + calls++, Instant.now());
    }

    private Answer call(DevClient.Key key, String action, String query, String nonce, Instant at) {
        List<String> headers = Acs3.headers(key, action, "2015-04-01", query, nonce, at);
        return client.send("POST", "/?" + query, "", headers.toArray(String[]::new));
    }

    @Test
    void one_user_is_one_principal_on_both_wires() {
        Answer here = call(DevClient.ALICE, "GetCallerIdentity", "");
        assertThat(here.status()).as(here.text()).isEqualTo(200);
        assertThat(here.text("UserId"))
                .isEqualTo(
                        client.sts(DevClient.ALICE, "GetCallerIdentity", "{}").text("UserId"));
        assertThat(here.headers().get("x-acs-request-id")).containsExactly(here.text("RequestId"));
        assertThat(here.headers().get("content-type")).containsExactly("application/json;charset=utf-8");
    }

    @Test
    void a_key_that_is_got_on_either_wire_signs_on_both() {
        Answer assumed = call(DevClient.ALICE, "AssumeRole", ROLE + "&RoleSessionName=nightly");
        assertThat(assumed.status()).as(assumed.text()).isEqualTo(200);
        Value.Fields answer = (Value.Fields) assumed.body();
        Value.Fields credentials =
                (Value.Fields) Objects.requireNonNull(answer.fields().get("Credentials"));
        DevClient.Key temporary = new DevClient.Key(
                text(credentials, "AccessKeyId"),
                text(credentials, "AccessKeySecret"),
                text(credentials, "SecurityToken"));
        assertThat(client.call(temporary, "GetCountryCodes", "{}").code()).isEqualTo("ok");
        // The role may not ask who it is, and is told so: its signature and token were good.
        assertThat(call(temporary, "GetCallerIdentity", "").text("Code")).isEqualTo("Ram.PermissionDeny");
        client.advance("61m");
        assertThat(call(temporary, "GetCallerIdentity", "").text("Code")).isEqualTo("InvalidSecurityToken.Expired");
    }

    private static String text(Value.Fields fields, String name) {
        return fields.fields().get(name) instanceof Value.Text text ? text.text() : "";
    }

    @Test
    void a_call_is_taken_once_and_within_its_window() {
        Instant now = Instant.now();
        assertThat(call(DevClient.ALICE, "GetCallerIdentity", "", "once", now).status())
                .isEqualTo(200);
        assertThat(call(DevClient.ALICE, "GetCallerIdentity", "", "once", now).text("Code"))
                .isEqualTo("SignatureNonceUsed");
        assertThat(call(DevClient.ROOT, "GetCallerIdentity", "", "once", now).status())
                .isEqualTo(200);
        assertThat(call(DevClient.ALICE, "GetCallerIdentity", "", "old", now.minusSeconds(960))
                        .text("Code"))
                .isEqualTo("InvalidTimeStamp.Expired");
    }

    @Test
    void a_key_that_was_switched_off_is_called_disabled_here_and_not_found_there() {
        Value.Fields made = (Value.Fields)
                Objects.requireNonNull(client.cam(DevClient.ROOT, "CreateAccessKey", "{\"TargetUin\":100000000011}")
                        .fields()
                        .get("AccessKey"));
        DevClient.Key key = new DevClient.Key(text(made, "AccessKeyId"), text(made, "SecretAccessKey"));
        assertThat(call(key, "GetCallerIdentity", "").status()).isEqualTo(200);
        switched(key, "Inactive");
        Answer off = call(key, "GetCallerIdentity", "");
        assertThat(off.status() + " " + off.text("Code")).isEqualTo("400 InvalidAccessKeyId.Inactive");
        assertThat(off.text("Message")).isEqualTo("Specified access key is disabled.");
        assertThat(client.sts(key, "GetCallerIdentity", "{}").code()).isEqualTo("AuthFailure.SecretIdNotFound");
        switched(key, "Active");
        assertThat(call(key, "GetCallerIdentity", "").status()).isEqualTo(200);
        String body = "{\"TargetUin\":100000000011,\"AccessKeyId\":\"" + key.id() + "\"}";
        switched(key, "Inactive");
        assertThat(client.cam(DevClient.ROOT, "DeleteAccessKey", body).code()).isEqualTo("ok");
        assertThat(call(key, "GetCallerIdentity", "").text("Code")).isEqualTo("InvalidAccessKeyId.NotFound");
    }

    private void switched(DevClient.Key key, String status) {
        String body = "{\"TargetUin\":100000000011,\"AccessKeyId\":\"" + key.id() + "\",\"Status\":\"" + status + "\"}";
        assertThat(client.cam(DevClient.ROOT, "UpdateAccessKey", body).code()).isEqualTo("ok");
    }

    @Test
    void each_refusal_of_the_action_has_its_code() {
        assertThat(refusal(ROLE + "&RoleSessionName=x")).isEqualTo("400 InvalidParameter.RoleSessionName");
        assertThat(refusal("RoleArn=role&RoleSessionName=nightly")).isEqualTo("400 InvalidParameter.RoleArn");
        assertThat(refusal("ExternalId=x&" + ROLE + "&RoleSessionName=nightly"))
                .isEqualTo("400 InvalidParameter.ExternalId");
        assertThat(refusal(ROLE + "&RoleSessionName=nightly&SourceIdentity=x"))
                .isEqualTo("400 InvalidParameter.SourceIdentity");
        assertThat(refusal("DurationSeconds=899&" + ROLE + "&RoleSessionName=nightly"))
                .isEqualTo("400 InvalidParameter.DurationSeconds");
        assertThat(refusal("DurationSeconds=90000&" + ROLE + "&RoleSessionName=nightly"))
                .isEqualTo("400 InvalidParameter.DurationSeconds");
        assertThat(refusal("DurationSeconds=soon&" + ROLE + "&RoleSessionName=nightly"))
                .isEqualTo("400 InvalidParameter.Format");
        assertThat(refusal("Policy=x&" + ROLE + "&RoleSessionName=nightly"))
                .isEqualTo("400 InvalidParameter.PolicyGrammar");
        assertThat(refusal("Policy=" + "x".repeat(2_049) + "&" + ROLE + "&RoleSessionName=nightly"))
                .isEqualTo("400 InvalidParameter.PolicySize");
        assertThat(refusal("Policy=" + "x".repeat(2_048) + "&" + ROLE + "&RoleSessionName=nightly"))
                .isEqualTo("400 InvalidParameter.PolicyGrammar");
        assertThat(refusal(ROLE + "-x&RoleSessionName=nightly")).isEqualTo("404 EntityNotExist.Role");
        String foreign = ROLE.replace("1000000000000001", "1000000000000002");
        assertThat(refusal(foreign + "&RoleSessionName=nightly")).isEqualTo("404 EntityNotExist.Role");
        assertThat(refusal("")).isEqualTo("400 MissingRoleArn");
        Answer untrusted = call(DevClient.ROOT, "AssumeRole", ROLE + "&RoleSessionName=nightly");
        assertThat(untrusted.text("Code")).isEqualTo("Ram.PermissionDeny");
        assertThat(untrusted.text()).contains("\"PolicyType\":\"AssumeRolePolicy\"");
    }

    @Test
    void the_texts_are_those_of_the_vendors_page() {
        String good = ROLE + "&RoleSessionName=nightly";
        assertThat(text("DurationSeconds=899&" + good)).isEqualTo("The Min/Max value of DurationSeconds is 15min/1hr.");
        assertThat(text("ExternalId=x&" + good)).isEqualTo("The parameter ExternalId is wrongly formed.");
        assertThat(text("Policy=x&" + good)).isEqualTo("The parameter Policy has not passed grammar check.");
        assertThat(text("Policy=" + "x".repeat(2_049) + "&" + good))
                .isEqualTo("The size of Policy must be smaller than 2048 bytes.");
        assertThat(text("RoleArn=x&RoleSessionName=nightly")).isEqualTo("The parameter RoleArn is wrongly formed.");
        assertThat(text(ROLE + "&RoleSessionName=x")).isEqualTo("The parameter RoleSessionName is wrongly formed.");
        assertThat(text(ROLE + "-x&RoleSessionName=nightly")).isEqualTo("The specified Role not exists.");
    }

    private String text(String query) {
        return call(DevClient.ALICE, "AssumeRole", query).text("Message");
    }

    @Test
    void another_tenants_role_is_answered_as_one_that_nobody_has() {
        Answer theirs = call(DevClient.OTHER, "AssumeRole", ROLE + "&RoleSessionName=nightly");
        Answer nobodys = call(DevClient.OTHER, "AssumeRole", ROLE + "-none&RoleSessionName=nightly");
        assertThat(theirs.status()).isEqualTo(nobodys.status()).isEqualTo(404);
        assertThat(theirs.text("Code")).isEqualTo("EntityNotExist.Role");
        assertThat(theirs.text("Message"))
                .isEqualTo(nobodys.text("Message").replace("dev-operator-none", "dev-operator"));
    }

    private String refusal(String query) {
        Answer answer = call(DevClient.ALICE, "AssumeRole", query);
        return answer.status() + " " + answer.text("Code");
    }

    @Test
    void a_header_too_many_is_refused_in_this_wires_form() {
        Answer answer = client.send("POST", "/", "", "x-acs-action", "A", "x-acs-long", "x".repeat(70_000));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("Code")).isEqualTo("InvalidParameter");
    }

    @Test
    void a_request_that_nobody_claims_hears_of_both_clouds() {
        List<Answer> unclaimed = List.of(
                client.send("POST", "/", ""),
                client.send("GET", "/?Action=GetCallerIdentity&Version=2015-04-01", ""),
                client.send(
                        "POST", "/cams", "{\"Action\":\"GetMigrationVerifyCode\"}", "Content-Type", "application/json"),
                client.send("PUT", "/", "Action=GetMigrationVerifyCode"),
                client.send("POST", "/", "", "Authorization", "Basic YTpi"));
        assertThat(unclaimed).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.headers().get("content-type")).containsExactly("text/plain; charset=utf-8");
            assertThat(answer.text())
                    .contains("this is a Countersign server")
                    .contains("Tencent Cloud API 3.0")
                    .contains("Alibaba Cloud RPC");
        });
    }
}
