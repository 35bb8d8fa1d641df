package dev.countersign.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.aliyun.tea.TeaException;
import com.tencentcloudapi.cam.v20190116.CamClient;
import com.tencentcloudapi.cam.v20190116.models.ConsumeCustomMFATokenRequest;
import com.tencentcloudapi.cam.v20190116.models.DescribeSafeAuthFlagCollRequest;
import com.tencentcloudapi.cam.v20190116.models.DescribeSafeAuthFlagIntlRequest;
import com.tencentcloudapi.cam.v20190116.models.DescribeSafeAuthFlagRequest;
import com.tencentcloudapi.cam.v20190116.models.GetCustomMFATokenInfoRequest;
import com.tencentcloudapi.cam.v20190116.models.LoginActionMfaFlag;
import com.tencentcloudapi.cam.v20190116.models.SetMfaFlagRequest;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.Language;
import dev.countersign.gateway.wire.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Records what the SDK sends and what the server answers, for the replay in the server's tests. Run by
/// `./dev record`, not with the tests: a transcript is made once and then kept.
class RecordTranscripts {
    private static final String SDK = "tencentcloud-sdk-java-common-3.1.1481";
    private static final String CAM = "tencentcloud-sdk-java-cam-3.1.694";
    private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

    private static final String NUMBER_ID = "(?<=\"Id\":\"|<Id>)8[0-9]{11}";

    @TempDir
    Path directory;

    @Test
    void records() throws Exception {
        Path target = Path.of("../server/src/test/resources/transcripts/tencent", SDK);
        try (DevServer server = DevServer.start(directory);
                RecordingProxy proxy = new RecordingProxy(server.port())) {
            Map<String, Value> example =
                    Map.of("CountryCode", Value.text("852"), "PhoneNum", Value.text("18888888888"));
            for (TencentManner manner : TencentManner.values()) {
                server.reset();
                record(proxy, manner, target, "SendVerifyCode", "ok", DevServer.ROOT, example);
                record(proxy, manner, target, "GetTradeConfigList", "ok", DevServer.ROOT, Map.of());
                record(
                        proxy,
                        manner,
                        target,
                        "SendVerifyCode",
                        "unsupported-area",
                        DevServer.ROOT,
                        Map.of("CountryCode", Value.text("86"), "PhoneNum", Value.text("13800000000")));
                record(
                        proxy,
                        manner,
                        target,
                        "QueryAccountVerificationStatus",
                        "not-a-customer",
                        DevServer.ROOT,
                        Map.of("ClientUin", Value.number(123)));
                record(proxy, manner, target, "SendVerifyCode", "not-permitted", DevServer.BOB, example);
            }
        }
        assertThat(Files.exists(target)).isTrue();
    }

    @Test
    void records_the_mfa_actions() throws Exception {
        Path target = Path.of("../server/src/test/resources/transcripts/tencent", CAM);
        LoginActionMfaFlag phone = new LoginActionMfaFlag();
        phone.setPhone(1L);
        SetMfaFlagRequest set = new SetMfaFlagRequest();
        set.setOpUin(100_000_000_011L);
        set.setLoginFlag(phone);
        DescribeSafeAuthFlagCollRequest coll = new DescribeSafeAuthFlagCollRequest();
        coll.setSubUin(100_000_000_011L);
        GetCustomMFATokenInfoRequest info = new GetCustomMFATokenInfoRequest();
        info.setMFAToken("abc123");
        ConsumeCustomMFATokenRequest consume = new ConsumeCustomMFATokenRequest();
        consume.setMFAToken("abc123");
        DescribeSafeAuthFlagRequest own = new DescribeSafeAuthFlagRequest();
        DescribeSafeAuthFlagIntlRequest intl = new DescribeSafeAuthFlagIntlRequest();
        try (DevServer server = DevServer.start(directory);
                RecordingProxy proxy = new RecordingProxy(server.port())) {
            for (TencentManner manner : List.of(
                    TencentManner.TC3_POST, TencentManner.TC3_GET, TencentManner.SHA1_GET, TencentManner.SHA256_POST)) {
                server.reset();
                CamClient cam = manner.cam(proxy.port(), DevServer.ROOT);
                CamClient bob = manner.cam(proxy.port(), DevServer.BOB);
                Transcript of = new Transcript(proxy, manner, target, CAM);
                of.record("DescribeSafeAuthFlag", "ok", () -> cam.DescribeSafeAuthFlag(own));
                of.record("DescribeSafeAuthFlagColl", "ok", () -> cam.DescribeSafeAuthFlagColl(coll));
                of.record("DescribeSafeAuthFlagIntl", "ok", () -> cam.DescribeSafeAuthFlagIntl(intl));
                of.record("GetCustomMFATokenInfo", "unknown-token", () -> cam.GetCustomMFATokenInfo(info));
                of.record("ConsumeCustomMFAToken", "unknown-token", () -> cam.ConsumeCustomMFAToken(consume));
                of.record("SetMfaFlag", "ok", () -> cam.SetMfaFlag(set));
                of.record("SetMfaFlag", "not-permitted", () -> bob.SetMfaFlag(set));
            }
        }
        assertThat(Files.exists(target)).isTrue();
    }

    @Test
    void records_the_migration() throws Exception {
        Map<String, String> number = Map.of("CustSpaceId", "cams-dev-1", "PhoneNumber", "8613800001234");
        Map<String, String> initiate =
                Map.of("CustSpaceId", "cams-dev-1", "MobileNumber", "13800001234", "CountryCode", "86");
        Map<String, String> ask = with(number, "Locale", "zh_CN", "Method", "sms");
        Map<String, String> foreign = with(ask, "CustSpaceId", "cams-other-1");
        Map<String, String> wrong = with(number, "VerifyCode", "828798");
        Map<String, String> space = Map.of("CustSpaceId", "cams-dev-1");
        try (DevServer server = DevServer.start(directory);
                RecordingProxy proxy = new RecordingProxy(server.port())) {
            for (AlibabaManner manner : AlibabaManner.values()) {
                CamsTranscript of = new CamsTranscript(server, proxy, manner);
                of.record(
                        "GetMigrationVerifyCode/ok",
                        new CamsCall(DevServer.ROOT, "CreateChatappMigrationInitiate", initiate, "OK"),
                        new CamsCall(DevServer.ALICE, "GetMigrationVerifyCode", ask, "OK"),
                        new CamsCall(DevServer.ALICE, "GetMigrationVerifyCode", ask, "System.LimitControl"),
                        new CamsCall(DevServer.ALICE, "GetPhoneNumberVerificationStatus", number, "OK"),
                        new CamsCall(DevServer.ALICE, "ChatappSyncPhoneNumber", space, "OK"),
                        new CamsCall(DevServer.ALICE, "QueryChatappPhoneNumbers", Map.of(), "OK"),
                        new CamsCall(DevServer.ROOT, "ChatappMigrationRegister", number, "PhoneNumber.StatusInvalid"));
                of.record(
                        "GetMigrationVerifyCode/not-subscribed",
                        new CamsCall(DevServer.BARE, "GetMigrationVerifyCode", ask, "Product.Unsubscript"));
                of.record(
                        "GetMigrationVerifyCode/not-permitted",
                        new CamsCall(DevServer.BOB, "GetMigrationVerifyCode", ask, "Ram.PermissionDeny"));
                of.record(
                        "GetMigrationVerifyCode/foreign-space",
                        new CamsCall(DevServer.ROOT, "GetMigrationVerifyCode", foreign, "Unknown.ResourceOwnerId"));
                of.record(
                        "GetMigrationVerifyCode/not-found",
                        new CamsCall(DevServer.ROOT, "GetMigrationVerifyCode", ask, "PhoneNumber.NotFound"));
                of.record(
                        "GetMigrationVerifyCode/malformed",
                        new CamsCall(
                                DevServer.ROOT,
                                "GetMigrationVerifyCode",
                                with(ask, "Method", "email"),
                                "InvalidParameter.Method"),
                        new CamsCall(
                                DevServer.ROOT,
                                "GetMigrationVerifyCode",
                                with(ask, "PhoneNumber", "999"),
                                "InvalidParameter.PhoneNumber"),
                        new CamsCall(DevServer.ROOT, "GetMigrationVerifyCode", number, "MissingLocale"));
                of.record(
                        "ChatappMigrationVerified/wrong-code",
                        new CamsCall(DevServer.ROOT, "CreateChatappMigrationInitiate", initiate, "OK"),
                        new CamsCall(DevServer.ROOT, "ChatappMigrationVerified", wrong, "VerifyCode.Invalid"));
                of.record(
                        "ChatappBindWaba/ok",
                        new CamsCall(
                                DevServer.OTHER, "QueryChatappBindWaba", Map.of("CustSpaceId", "cams-other-1"), "OK"),
                        new CamsCall(DevServer.OTHER, "ChatappBindWaba", Map.of("WabaId", "33993123"), "OK"),
                        new CamsCall(DevServer.OTHER, "QueryChatappBindWaba", Map.of(), "OK"),
                        new CamsCall(
                                DevServer.ROOT,
                                "ChatappBindWaba",
                                Map.of("WabaId", "33993123"),
                                "Unknown.ResourceOwnerId"));
            }
        }
    }

    @Test
    void records_the_codes_of_dypnsapi() throws Exception {
        Map<String, String> send = Map.of(
                "PhoneNumber",
                "13800001234",
                "SignName",
                "速通互联",
                "TemplateCode",
                "100001",
                "TemplateParam",
                "{\"code\":\"##code##\"}",
                "OutId",
                "order 7");
        Map<String, String> illegal = new HashMap<>(send);
        illegal.put("PhoneNumber", "1380000123");
        Map<String, String> invalid = new HashMap<>(send);
        invalid.put("CodeLength", "4");
        Map<String, String> check = Map.of("PhoneNumber", "13800001234", "VerifyCode", "208393");
        try (DevServer server = DevServer.start(directory);
                RecordingProxy proxy = new RecordingProxy(server.port())) {
            for (Map.Entry<String, String> scheme :
                    Map.of("acs3", "ACS3-HMAC-SHA256", "v1", "v2").entrySet()) {
                server.reset();
                TeaRpc tea = new TeaRpc(proxy.port(), "2017-05-25", scheme.getValue());
                AlibabaTranscript of = new AlibabaTranscript(proxy, tea, scheme.getKey());
                of.record("SendSmsVerifyCode", "ok", DevServer.ROOT, send);
                of.record("SendSmsVerifyCode", "illegal-number", DevServer.ROOT, illegal);
                of.record("SendSmsVerifyCode", "too-short", DevServer.ROOT, invalid);
                of.record("SendSmsVerifyCode", "not-opened", DevServer.BARE, send);
                of.record("CheckSmsVerifyCode", "wrong-code", DevServer.ROOT, check);
                of.record("CheckSmsVerifyCode", "not-permitted", DevServer.BOB, check);
            }
        }
    }

    private static Map<String, String> with(Map<String, String> parameters, String... more) {
        Map<String, String> all = new TreeMap<>(parameters);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    /// A call, and what the SDK must show of its answer.
    private record CamsCall(Credential key, String action, Map<String, String> parameters, String code) {}

    /// Where the transcripts of one manner of cams go: each begins in the fresh world.
    private record CamsTranscript(DevServer server, RecordingProxy proxy, AlibabaManner manner) {
        private static final Path ALIBABA = Path.of("../server/src/test/resources/transcripts/alibaba");

        void record(String name, CamsCall... calls) throws Exception {
            server.reset();
            String head = "# recorded " + Instant.now() + " from " + manner.sdk() + ", " + manner + "\n";
            List<String> exchanges = new ArrayList<>();
            for (CamsCall call : calls) {
                assertThat(manner.cams(proxy.port(), call.key(), call.action(), call.parameters()))
                        .as("%s %s", manner, call.action())
                        .isEqualTo(call.code());
                RecordingProxy.Exchange exchange = proxy.taken().getFirst();
                String[] answer = exchange.response().toUtf8().split("\r\n\r\n", 2);
                String type = answer[0].replaceAll("(?si).*content-type: ([^\r]+).*", "$1");
                exchanges.add(exchange.request().toUtf8().replace("\r\n", "\n")
                        + "\n--- answer " + answer[0].split(" ", 3)[1] + " " + type + " ---\n"
                        + answer[1]
                                .replaceAll(ID, "00000000-0000-4000-8000-000000000000")
                                .replaceAll(NUMBER_ID, "800000000000")
                        + "\n");
            }
            Path file = ALIBABA.resolve(manner.sdk())
                    .resolve(name.replace(
                                    "/",
                                    "/" + manner.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-") + ".http");
            Files.createDirectories(file.getParent());
            Files.writeString(file, head + String.join("--- then ---\n", exchanges));
        }
    }

    /// Where the transcripts of one scheme of the Alibaba wire go. Its answers begin with their status.
    private record AlibabaTranscript(RecordingProxy proxy, TeaRpc tea, String scheme) {
        private static final String TEA = "tea-openapi-0.3.15";

        void record(String action, String name, Credential key, Map<String, String> query) throws Exception {
            Instant at = Instant.now();
            try {
                tea.call(key, action, query);
            } catch (TeaException refused) {
                assertThat(refused.getCode()).isNotBlank();
            }
            RecordingProxy.Exchange exchange = proxy.taken().getFirst();
            Path file = Path.of("../server/src/test/resources/transcripts/alibaba", TEA, action)
                    .resolve(scheme + "-post-" + name + ".http");
            Files.createDirectories(file.getParent());
            String answer = exchange.response().toUtf8();
            Files.writeString(
                    file,
                    "# recorded " + at + " from " + TEA + ", " + scheme + "\n"
                            + exchange.request().toUtf8().replace("\r\n", "\n")
                            + "\n--- answer " + answer.split(" ", 3)[1]
                            + " application/json;charset=utf-8 ---\n"
                            + answer.split("\r\n\r\n", 2)[1]
                                    .replaceAll(ID, "00000000-0000-4000-8000-000000000000")
                                    .replaceAll("\"BizId\":\"[^\"]*\"", "\"BizId\":\"\"")
                            + "\n");
        }
    }

    /// What the SDK is made to do.
    @FunctionalInterface
    private interface Doing {
        Object run() throws TencentCloudSDKException;
    }

    /// Where the transcripts of one manner go.
    private record Transcript(RecordingProxy proxy, TencentManner manner, Path target, String sdk) {
        void record(String action, String name, Doing doing) throws IOException {
            Instant at = Instant.now();
            try {
                doing.run();
            } catch (TencentCloudSDKException refused) {
                assertThat(refused.getErrorCode()).isNotBlank();
            }
            RecordingProxy.Exchange exchange = proxy.taken().getFirst();
            Path file = target.resolve(action)
                    .resolve(manner.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + name + ".http");
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    "# recorded " + at + " from " + sdk + ", " + manner + "\n"
                            + exchange.request().toUtf8().replace("\r\n", "\n")
                            + "\n--- answer ---\n"
                            + exchange.response()
                                    .toUtf8()
                                    .split("\r\n\r\n", 2)[1]
                                    .replaceAll(ID, "00000000-0000-4000-8000-000000000000")
                            + "\n");
        }
    }

    private static void record(
            RecordingProxy proxy,
            TencentManner manner,
            Path target,
            String action,
            String name,
            Credential credential,
            Map<String, Value> parameters)
            throws IOException {
        new Transcript(proxy, manner, target, SDK)
                .record(
                        action,
                        name,
                        () -> manner.call(proxy.port(), credential, Optional.<Language>empty(), action, parameters));
    }
}
