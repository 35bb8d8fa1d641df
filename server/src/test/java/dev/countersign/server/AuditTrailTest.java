package dev.countersign.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Value;
import dev.countersign.server.cli.CommandLineInterface;
import dev.countersign.server.cli.Terminal;
import dev.countersign.testkit.Totp;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Answer;
import dev.countersign.testkit.wire.DevClient.Outcome;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every change, every refusal of permission and every outcome is a row of the audit, as `countersign audit export`
/// writes it; and neither a row nor a line of the log says a code, a secret, a full number or an address.
class AuditTrailTest {
    private static final String ALICE = "100000000011";
    private static final String PHONE = "67555511";
    private static final String OTHER_PHONE = "67555512";
    private static final String APP = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final String SERIAL = "qcs::cam:uin/100000000001::mfa/softToken";
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    @TempDir
    Path directory;

    private final List<String> secrets = new ArrayList<>(List.of(PHONE, OTHER_PHONE, APP, "trail@example.com"));
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Handler keeping = new Handler() {
        private final SimpleFormatter form = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
            logged.add(form.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private Countersign server;
    private DevClient client;

    @BeforeEach
    void start() {
        Logger ours = Logger.getLogger("dev.countersign");
        ours.addHandler(keeping);
        ours.setLevel(Level.ALL);
        server = Countersign.dev(Countersign.DevOptions.at(directory).relaxed().guardingLowering());
        client = new DevClient(server.port());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
        Logger.getLogger("dev.countersign").removeHandler(keeping);
    }

    private String audit(String command) {
        StringWriter out = new StringWriter();
        Terminal terminal = new Terminal(
                new PrintWriter(out), new PrintWriter(out), InputStream.nullInputStream(), Map.of(), running -> {
                    throw new AssertionError("it runs at " + running.endpoint());
                });
        int code = new CommandLineInterface(new Launcher(Given.system(), Map.of()), terminal)
                .run("audit", command, "--data", directory.toString());
        assertThat(code).as(out.toString()).isZero();
        return out.toString();
    }

    /// The event of each row, in order, with what it says of why.
    private List<String> events() {
        return audit("export")
                .lines()
                .map(line -> (Value.Fields) Json.read(dev.countersign.value.Bytes.utf8(line), "row"))
                .map(row -> text(row, "event")
                        + (row.fields().get("facts") instanceof Value.Fields facts
                                        && facts.fields().containsKey("why")
                                ? " " + text(facts, "operation") + ": " + text(facts, "why")
                                : ""))
                .toList();
    }

    private static String text(Value.Fields fields, String name) {
        return fields.fields().get(name) instanceof Value.Text text ? text.text() : "";
    }

    private Outcome cam(DevClient.Key key, String action, String json) {
        return client.cam(key, action, json.replace('\'', '"'));
    }

    private Outcome root(String action, String json) {
        Outcome outcome = cam(DevClient.ROOT, action, json);
        assertThat(outcome.code()).as(action + ": " + outcome.message()).isEqualTo("ok");
        return outcome;
    }

    private Answer dev(String method, String path, String json) {
        return fine(client.send(method, path, json.replace('\'', '"')));
    }

    private static Answer fine(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 399);
        return answer;
    }

    private static Value.Fields member(Outcome outcome, String name) {
        return outcome.fields().get(name) instanceof Value.Fields fields ? fields : Value.Fields.none();
    }

    private static String header(Answer answer, String name) {
        return answer.headers().getOrDefault(name, List.of("")).getFirst();
    }

    private static String number(Outcome outcome, String name) {
        return outcome.fields().get(name) instanceof Value.Number number ? number.literal() : "";
    }

    private void rules(boolean protectsCalls, boolean forcesLogin) {
        fine(
                client.rest(
                        "PUT",
                        "/v1/tenant/rules",
                        "{\"protectsCalls\":" + protectsCalls + ",\"forcesLogin\":" + forcesLogin
                                + ",\"forcesOperation\":false,\"customPage\":\"/dev/custom?token={MFAToken}\",\"returnTo\":[]}"));
    }

    @Test
    void changes_of_users_keys_policies_and_roles_are_rows() {
        Outcome added = root(
                "AddUser",
                "{'Name':'trail','ConsoleLogin':1,'UseApi':1,'CountryCode':'852','PhoneNum':'" + PHONE
                        + "','Email':'trail@example.com'}");
        secrets.addAll(List.of(added.text("Password"), added.text("SecretKey"), "Trailing-2027"));
        String uin = number(added, "Uin");
        root(
                "UpdateUser",
                "{'Name':'trail','Password':'Trailing-2027','CountryCode':'852','PhoneNum':'" + OTHER_PHONE + "'}");
        Outcome made = root("CreateAccessKey", "{'TargetUin':" + uin + "}");
        Value.Fields key = member(made, "AccessKey");
        secrets.add(text(key, "SecretAccessKey"));
        String target = "{'TargetUin':" + uin + ",'AccessKeyId':'" + text(key, "AccessKeyId") + "'";
        root("UpdateAccessKey", target + ",'Status':'Inactive'}");
        root("UpdateAccessKey", target + ",'Status':'Active'}");
        root("DeleteAccessKey", target + "}");
        String document = "{\\\"version\\\":\\\"2.0\\\",\\\"statement\\\":[{\\\"effect\\\":\\\"allow\\\","
                + "\\\"action\\\":\\\"cam:Get*\\\",\\\"resource\\\":\\\"*\\\"}]}";
        String policy =
                number(root("CreatePolicy", "{'PolicyName':'trail','PolicyDocument':'" + document + "'}"), "PolicyId");
        root("UpdatePolicy", "{'PolicyId':" + policy + ",'Description':'other'}");
        root("AttachUserPolicy", "{'PolicyId':" + policy + ",'AttachUin':" + uin + "}");
        root("DetachUserPolicy", "{'PolicyId':" + policy + ",'DetachUin':" + uin + "}");
        String trust = "{\\\"version\\\":\\\"2.0\\\",\\\"statement\\\":[{\\\"effect\\\":\\\"allow\\\","
                + "\\\"action\\\":\\\"name/sts:AssumeRole\\\",\\\"principal\\\":{\\\"qcs\\\":["
                + "\\\"qcs::cam::uin/100000000001:uin/" + ALICE + "\\\"]}}]}";
        root("CreateRole", "{'RoleName':'trail','PolicyDocument':'" + trust + "'}");
        root("AttachRolePolicy", "{'PolicyId':" + policy + ",'AttachRoleName':'trail'}");
        root("DetachRolePolicy", "{'PolicyId':" + policy + ",'DetachRoleName':'trail'}");
        root("DeleteRole", "{'RoleName':'trail'}");
        root("DeletePolicy", "{'PolicyId':[" + policy + "]}");
        root("DeleteUser", "{'Name':'trail','Force':1}");

        assertThat(events())
                .endsWith(
                        "user.added",
                        "user.changed",
                        "key.created",
                        "key.disabled",
                        "key.enabled",
                        "key.deleted",
                        "policy.created",
                        "policy.changed",
                        "policy.attached",
                        "policy.detached",
                        "role.created",
                        "policy.attached",
                        "policy.detached",
                        "role.deleted",
                        "policy.deleted",
                        "user.deleted");
        nothing_is_told();
    }

    @Test
    void every_refusal_of_permission_is_a_row() {
        int before = events().size();
        cam(DevClient.BOB, "ListUsers", "{}");
        cam(DevClient.ALICE, "SetMfaFlag", "{'OpUin':100000000001,'LoginFlag':{}}");
        cam(DevClient.ALICE, "SetMfaFlag", "{'LoginFlag':{'Phone':1}}");
        cam(DevClient.ALICE, "SetMfaFlag", "{'LoginFlag':{}}");
        cam(DevClient.ALICE, "UpdateUser", "{'Name':'alice','CountryCode':'852','PhoneNum':'" + PHONE + "'}");
        cam(DevClient.ALICE, "CreateAccessKey", "{'TargetUin':100000000001}");
        client.sts(
                DevClient.ROOT,
                "AssumeRole",
                "{\"RoleArn\":\"qcs::cam::uin/100000000001:roleName/dev-operator\",\"RoleSessionName\":\"trail\"}");
        rules(true, false);
        cam(DevClient.ROOT, "SetMfaFlag", "{'OpUin':" + ALICE + "}");
        cam(DevClient.ROOT, "AddUser", "{'Name':'trail'}");

        List<String> all = events();
        assertThat(all.subList(before, all.size()))
                .containsExactly(
                        "permission.refused cam:ListUsers: no statement allows it",
                        "permission.refused cam:SetMfaFlag: not this principal, or not to this effect",
                        "protection.changed",
                        "permission.refused cam:SetMfaFlag: not this principal, or not to this effect",
                        "permission.refused cam:UpdateUser: the root, or the caller itself",
                        "permission.refused cam:CreateAccessKey: the root's keys are its own",
                        "permission.refused sts:AssumeRole: the role does not trust the caller",
                        "rules.replaced",
                        "permission.refused cam:SetMfaFlag: no second factor was shown lately",
                        "permission.refused cam:AddUser: no second factor was shown lately");
        nothing_is_told();
    }

    @Test
    void every_outcome_of_codes_tokens_challenges_and_proofs_is_a_row_and_the_chain_holds() {
        dev("PUT", "/dev/authenticators", "{'uin':" + ALICE + ",'totp':'" + APP + "'}");
        dev("PUT", "/dev/principals", "{'uin':77,'phone':'852" + PHONE + "'}");
        dev("PUT", "/dev/protection", "{'uin':77,'login':'Phone','operation':'Custom'}");
        int before = events().size();
        String app = Totp.code(APP, client.now());
        String session = "{\"SerialNumber\":\"" + SERIAL + "\",\"TokenCode\":\"";
        DevClient.Key temporary =
                DevClient.temporary(client.sts(DevClient.ALICE, "GetSessionToken", session + app + "\"}"));
        secrets.addAll(List.of(temporary.secret(), temporary.token()));
        client.sts(DevClient.ALICE, "GetSessionToken", session + Totp.wrong(APP, client.now()) + "\"}");

        Answer login = dev("POST", "/dev/challenges", "{'uin':77,'kind':'login'}");
        String page = "/challenge/" + login.text("id");
        Answer looked = fine(client.send("GET", page, ""));
        String cookie = header(looked, "set-cookie").split(";", 2)[0];
        Matcher found = TOKEN.matcher(looked.text());
        assertThat(found.find()).isTrue();
        secrets.addAll(List.of(cookie.split("=", 2)[1], found.group(1)));
        step(page + "/start", cookie, "token=" + found.group(1) + "&way=sms");
        String code = client.nextCode("852" + PHONE);
        secrets.add(" " + code);
        step(page + "/answer", cookie, "token=" + found.group(1) + "&code=" + (code.equals("111111") ? "2" : "111111"));
        Answer passed = step(page + "/answer", cookie, "token=" + found.group(1) + "&code=" + code);
        Matcher result = Pattern.compile("[?&]code=([^&]+)").matcher(header(passed, "location"));
        assertThat(result.find()).isTrue();
        Answer proof = fine(client.rest("POST", "/v1/proofs", "{\"code\":\"" + result.group(1) + "\"}"));
        secrets.addAll(List.of(result.group(1), proof.text("proof")));
        fine(client.rest("POST", "/v1/proofs/redeem", "{\"proof\":\"" + proof.text("proof") + "\"}"));

        Answer operation = dev("POST", "/dev/challenges", "{'uin':77,'kind':'operation','amount':'7654321 HKD'}");
        secrets.addAll(List.of(operation.text("mfaToken"), "7654321"));
        String token = "{'MFAToken':'" + operation.text("mfaToken") + "'}";
        root("ConsumeCustomMFAToken", token);
        cam(DevClient.ROOT, "ConsumeCustomMFAToken", token);

        List<String> all = events();
        assertThat(all.subList(before, all.size()))
                .containsExactly(
                        "code.accepted",
                        "session.opened",
                        "code.refused",
                        "challenge.opened",
                        "code.refused",
                        "code.accepted",
                        "challenge.passed",
                        "proof.issued",
                        "proof.redeemed",
                        "challenge.opened",
                        "challenge.passed",
                        "token.spent",
                        "token.refused");
        nothing_is_told();
        assertThat(audit("verify")).contains("the audit is whole");
        String snapshot = dev("POST", "/dev/snapshots", "").text("id");
        dev("POST", "/dev/reset", "");
        assertThat(audit("verify")).contains("the audit is whole");
        dev("PUT", "/dev/snapshots/" + snapshot, "");
        assertThat(audit("verify")).contains("the audit is whole");
        assertThat(events()).isEqualTo(all);
    }

    private Answer step(String path, String cookie, String form) {
        return client.send(
                "POST",
                path,
                form,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Cookie",
                cookie,
                "Origin",
                server.endpoint());
    }

    private void nothing_is_told() {
        String told = audit("export") + String.join("\n", logged);
        assertThat(secrets).allSatisfy(secret -> assertThat(secret).hasSizeGreaterThan(6));
        assertThat(secrets).noneMatch(told::contains);
    }
}
