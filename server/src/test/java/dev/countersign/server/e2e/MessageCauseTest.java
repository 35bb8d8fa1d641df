package dev.countersign.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.server.Countersign;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Answer;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every action that sends something is named with what it sent, and so is the request.
final class MessageCauseTest {
    private static final String SPACE = "cams-dev-1";

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

    private static void sent(String to, String action, String request) {
        assertThat(request).matches("[0-9a-fA-F-]{36}");
        assertThat(client.newest(to, "action")).isEqualTo(action);
        assertThat(client.newest(to, "request")).isEqualToIgnoringCase(request);
    }

    private static String request(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
        return answer.headers().entrySet().stream()
                .filter(one -> one.getKey().equalsIgnoreCase("X-Request-Id"))
                .map(one -> one.getValue().getFirst())
                .findFirst()
                .orElse("");
    }

    private static Answer cams(String action, String... parameters) {
        Answer answer = client.cams(DevClient.ROOT, action, parameters);
        assertThat(answer.text("Code")).as(answer.text()).isEqualTo("OK");
        return answer;
    }

    @Test
    void by_tencents_wire() {
        String request = client.call("SendVerifyCode", "CountryCode", "852", "PhoneNum", "62230001")
                .text("RequestId");
        sent("85262230001", "SendVerifyCode", request);
        client.nextCode("85262230001");
        client.advance("61s");
        String again = client.call("SendVerifyCode", "CountryCode", "852", "PhoneNum", "62230001")
                .text("RequestId");
        client.nextCode("85262230001");
        assertThat(again).isNotEqualTo(request);
        assertThat(client.send("GET", "/dev/messages?to=85262230001", "").text())
                .contains(request)
                .contains(again);
    }

    @Test
    void by_alibabas_wire() {
        cams(
                "CreateChatappMigrationInitiate",
                "CustSpaceId",
                SPACE,
                "MobileNumber",
                "13800230001",
                "CountryCode",
                "86");
        sent(
                "8613800230001",
                "GetMigrationVerifyCode",
                cams(
                                "GetMigrationVerifyCode",
                                "CustSpaceId",
                                SPACE,
                                "PhoneNumber",
                                "8613800230001",
                                "Locale",
                                "en",
                                "Method",
                                "sms")
                        .text("RequestId"));
        cams(
                "AddChatappPhoneNumber",
                "CustSpaceId",
                SPACE,
                "PhoneNumber",
                "13800230002",
                "Cc",
                "86",
                "VerifiedName",
                "Example");
        sent(
                "8613800230002",
                "GetChatappVerifyCode",
                cams(
                                "GetChatappVerifyCode",
                                "CustSpaceId",
                                SPACE,
                                "PhoneNumber",
                                "8613800230002",
                                "Locale",
                                "en",
                                "Method",
                                "sms")
                        .text("RequestId"));
        Answer dypns = client.acs(
                DevClient.ROOT,
                "SendSmsVerifyCode",
                "2017-05-25",
                Instant.now(),
                "PhoneNumber",
                "13800230003",
                "SignName",
                "Countersign",
                "TemplateCode",
                "SMS_1",
                "TemplateParam",
                "{\"code\":\"##code##\",\"min\":\"5\"}");
        assertThat(dypns.text()).contains("\"Code\":\"OK\"");
        assertThat(client.newest("8613800230003", "action")).isEqualTo("SendSmsVerifyCode");
        assertThat(dypns.text()).containsIgnoringCase(client.newest("8613800230003", "request"));
    }

    @Test
    void by_our_own_wire() {
        sent(
                "85262230004",
                "StartVerification",
                request(client.rest("POST", "/v1/verifications", "{\"to\":\"+85262230004\"}")));
        client.send("PUT", "/dev/principals", "{\"uin\":6001,\"phone\":\"85262230005\"}");
        Answer change = client.rest(
                "POST", "/v1/principals/6001/authenticators/changes", "{\"kind\":\"phone\",\"to\":\"+85262230006\"}");
        sent("85262230005", "StartChange", request(change));
        sent("85262230006", "StartChange", request(change));
        Answer confirmed = client.rest(
                "POST",
                "/v1/principals/6001/authenticators/changes/" + change.text("id") + "/confirm",
                "{\"code\":\"" + client.nextCode("85262230006") + "\",\"currentCode\":\""
                        + client.nextCode("85262230005") + "\"}");
        String told = request(confirmed);
        client.send("GET", "/dev/messages?wait=20s&to=85262230005&after=" + client.newest("85262230005", "id"), "");
        sent("85262230005", "ConfirmChange", told);
        client.send("PUT", "/dev/principals", "{\"uin\":6002,\"phone\":\"85262230007\"}");
        sent(
                "85262230007",
                "BeginDevice",
                request(client.rest("POST", "/v1/principals/6002/authenticators/totp", "{}")));
    }

    @Test
    void by_an_administrator_on_either_clouds_wire() {
        assertThat(client.cam(
                                DevClient.ROOT,
                                "AddUser",
                                "{\"Name\":\"told\",\"PhoneNum\":\"62230008\",\"CountryCode\":\"852\"}")
                        .code())
                .isEqualTo("ok");
        String request = client.cam(
                        DevClient.ROOT,
                        "UpdateUser",
                        "{\"Name\":\"told\",\"PhoneNum\":\"62230009\",\"CountryCode\":\"852\"}")
                .text("RequestId");
        sent("85262230008", "UpdateUser", request);
    }
}
