package dev.countersign.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.action.Product;
import dev.countersign.gateway.wire.Value;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Answer;
import dev.countersign.testkit.wire.DevClient.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every action is given what another tenant has, and answers as it does to what nobody has. An action that is
/// published later has to be entered here, or this fails.
class ForeignIdentifierTest {
    private static final String DOCUMENT =
            "{'version':'2.0','statement':[{'effect':'allow','action':'cam:Get*','resource':'*'}]}";
    private static final String TRUST =
            "{'version':'2.0','statement':[{'effect':'allow','action':'name/sts:AssumeRole',"
                    + "'principal':{'qcs':['qcs::cam::uin/UIN:root']}}]}";

    /// Actions that are told no identifier of anything that a tenant has.
    private static final Set<String> NAMELESS = Set.of(
            "AddUser",
            "CreateAccount",
            "CreatePolicy",
            "DescribeCustomerUin",
            "DescribeSafeAuthFlag",
            "DescribeSafeAuthFlagIntl",
            "GetCallerIdentity",
            "GetCountryCodes",
            "GetTradeConfigList",
            "ListPolicies",
            "ListUsers",
            "SendVerifyCode");

    /// Actions with what names things: `UIN`, `NAME`, `KEY`, `POLICY`, `ROLE`, `TOKEN`, `CUSTOMER` and `TENANT` are
    /// replaced.
    private static final Map<String, String> NAMING = Map.ofEntries(
            Map.entry("SetMfaFlag", "{'OpUin':UIN,'LoginFlag':{'Stoken':1}}"),
            Map.entry("DescribeSafeAuthFlagColl", "{'SubUin':UIN}"),
            Map.entry("GetCustomMFATokenInfo", "{'MFAToken':'TOKEN'}"),
            Map.entry("ConsumeCustomMFAToken", "{'MFAToken':'TOKEN'}"),
            Map.entry("GetUser", "{'Name':'NAME'}"),
            Map.entry("UpdateUser", "{'Name':'NAME','Remark':'mine'}"),
            Map.entry("DeleteUser", "{'Name':'NAME','Force':1}"),
            Map.entry("DescribeSubAccounts", "{'FilterSubAccountUin':[UIN]}"),
            Map.entry("CreateAccessKey", "{'TargetUin':UIN}"),
            Map.entry("ListAccessKeys", "{'TargetUin':UIN}"),
            Map.entry("UpdateAccessKey", "{'TargetUin':UIN,'AccessKeyId':'KEY','Status':'Inactive'}"),
            Map.entry("DeleteAccessKey", "{'AccessKeyId':'KEY'}"),
            Map.entry("UpdatePolicy", "{'PolicyId':POLICY,'Description':'mine'}"),
            Map.entry("DeletePolicy", "{'PolicyId':[POLICY]}"),
            Map.entry("GetPolicy", "{'PolicyId':POLICY}"),
            Map.entry("AttachUserPolicy", "{'PolicyId':POLICY,'AttachUin':UIN}"),
            Map.entry("DetachUserPolicy", "{'PolicyId':POLICY,'DetachUin':UIN}"),
            Map.entry("ListAttachedUserPolicies", "{'TargetUin':UIN}"),
            Map.entry("CreateRole", "{'RoleName':'mine','PolicyDocument':'" + quoted(TRUST) + "'}"),
            Map.entry("GetRole", "{'RoleName':'ROLE'}"),
            Map.entry("DeleteRole", "{'RoleName':'ROLE'}"),
            Map.entry("AttachRolePolicy", "{'PolicyId':POLICY,'AttachRoleName':'ROLE'}"),
            Map.entry("DetachRolePolicy", "{'PolicyId':POLICY,'DetachRoleName':'ROLE'}"),
            Map.entry("AssumeRole", "{'RoleArn':'qcs::cam::uin/TENANT:roleName/ROLE','RoleSessionName':'mine'}"),
            Map.entry("GetSessionToken", "{'SerialNumber':'qcs::cam:uin/TENANT::mfa/softToken','TokenCode':'123456'}"),
            Map.entry("QueryAccountVerificationStatus", "{'ClientUin':CUSTOMER}"),
            Map.entry("DescribeCustomerInfo", "{'CustomerUin':[CUSTOMER]}"));

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

    private static String quoted(String json) {
        return json.replace("'", "\\'");
    }

    private static String json(String written) {
        return written.replace("\\'", "\\\"").replace('\'', '"');
    }

    private Outcome root(String action, String body) {
        Outcome outcome = client.cam(DevClient.ROOT, action, json(body));
        assertThat(outcome.code()).as(action + ": " + outcome.message()).isEqualTo("ok");
        return outcome;
    }

    private static String number(Outcome outcome, String name) {
        return outcome.fields().get(name) instanceof Value.Number number ? number.literal() : "";
    }

    private static String fill(String body, Map<String, String> names) {
        String filled = body;
        for (Map.Entry<String, String> one : names.entrySet()) {
            filled = filled.replace(one.getKey(), one.getValue());
        }
        return json(filled);
    }

    /// An answer without what differs by itself: its request id, and what the caller wrote.
    private static String said(Outcome outcome, Map<String, String> names) {
        String text = outcome.code() + " " + outcome.message() + " "
                + new TreeMap<>(outcome.fields()).keySet()
                + outcome.fields().entrySet().stream()
                        .filter(one -> !one.getKey().equals("RequestId")
                                && !one.getKey().equals("Error"))
                        .map(one -> one.getValue().toString())
                        .toList();
        for (Map.Entry<String, String> one : names.entrySet()) {
            text = text.replace(one.getValue(), one.getKey());
        }
        return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID");
    }

    @Test
    void what_another_tenant_has_is_answered_like_what_nobody_has() throws IOException {
        Outcome user = root("AddUser", "{'Name':'theirs','UseApi':1}");
        String uin = number(user, "Uin");
        String policy = number(
                root("CreatePolicy", "{'PolicyName':'theirs','PolicyDocument':'" + quoted(DOCUMENT) + "'}"),
                "PolicyId");
        root("AttachUserPolicy", "{'PolicyId':" + policy + ",'AttachUin':" + uin + "}");
        client.send("PUT", "/dev/protection", "{\"uin\":" + uin + ",\"login\":\"Custom\"}");
        Answer challenge = client.send("POST", "/dev/challenges", "{\"uin\":" + uin + ",\"kind\":\"login\"}");
        Map<String, String> theirs = Map.of(
                "UIN",
                uin,
                "NAME",
                "theirs",
                "KEY",
                user.text("SecretId"),
                "POLICY",
                policy,
                "ROLE",
                "dev-operator",
                "TOKEN",
                challenge.text("mfaToken"),
                "CUSTOMER",
                customer(),
                "TENANT",
                "100000000001");
        Map<String, String> nobodys = Map.of(
                "UIN", "199999999999",
                "NAME", "nobodys",
                "KEY", "AKIDnobodys",
                "POLICY", "299999999",
                "ROLE", "nobodys",
                "CUSTOMER", "299999999999",
                "TOKEN", "mfa_idc-199999999999-d70986da-24c7-4d5f-b6bd-0d2f94a571d0",
                "TENANT", "199999999998");
        String before = state(uin, policy);

        Set<String> walked = new TreeSet<>(NAMELESS);
        for (Product product : Published.products()) {
            if (!product.dialect().equals("tencent")) {
                continue;
            }
            for (var action : product.actions()) {
                String name = action.spec().name();
                String body = NAMING.get(name);
                if (body == null) {
                    assertThat(NAMELESS).as("enter it in one of the two lists").contains(name);
                    continue;
                }
                walked.add(name);
                Outcome foreign = call(product, name, fill(body, theirs));
                Outcome none = call(product, name, fill(body, nobodys));
                assertThat(foreign.code())
                        .as("%s is asked about what it is given: %s", name, foreign.message())
                        .isNotIn("UnknownParameter", "MissingParameter", "InvalidParameter", "InvalidParameterValue");
                assertThat(said(foreign, theirs)).as(name).isEqualTo(said(none, nobodys));
            }
        }
        assertThat(walked).containsAll(NAMING.keySet());
        assertThat(state(uin, policy)).isEqualTo(before);
        assertThat(client.send("GET", "/dev/challenges/" + challenge.text("id"), "")
                        .text("status"))
                .isEqualTo("pending");
    }

    /// A customer of tenant `dev`.
    private String customer() {
        client.call("SendVerifyCode", "CountryCode", "852", "PhoneNum", "67444401");
        Outcome made = client.call(
                "CreateAccount",
                "AccountType",
                "personal",
                "Mail",
                "theirs@example.com",
                "Password",
                "ABCabc123!",
                "ConfirmPassword",
                "ABCabc123!",
                "PhoneNum",
                "67444401",
                "CountryCode",
                "852",
                "Area",
                "HK",
                "VerifyCode",
                client.code("85267444401"),
                "TradeOne",
                "kghy_01",
                "TradeTwo",
                "kghy_0101");
        assertThat(made.code()).as(made.message()).isEqualTo("ok");
        return made.text("Uin");
    }

    private Outcome call(Product product, String action, String body) {
        return client.signed(DevClient.OTHER, action, product.version(), Instant.now(), body);
    }

    private String state(String uin, String policy) {
        return root("GetUser", "{'Name':'theirs'}").fields().get("Remark")
                + said(root("ListAccessKeys", "{'TargetUin':" + uin + "}"), Map.of())
                + said(root("GetPolicy", "{'PolicyId':" + policy + "}"), Map.of())
                + said(root("ListAttachedUserPolicies", "{'TargetUin':" + uin + "}"), Map.of())
                + said(root("DescribeSafeAuthFlagColl", "{'SubUin':" + uin + "}"), Map.of())
                + said(root("GetRole", "{'RoleName':'dev-operator'}"), Map.of());
    }
}
