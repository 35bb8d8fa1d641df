package dev.countersign.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.tencentcloudapi.cam.v20190116.CamClient;
import com.tencentcloudapi.cam.v20190116.models.ConsumeCustomMFATokenRequest;
import com.tencentcloudapi.cam.v20190116.models.DescribeSafeAuthFlagCollRequest;
import com.tencentcloudapi.cam.v20190116.models.DescribeSafeAuthFlagCollResponse;
import com.tencentcloudapi.cam.v20190116.models.DescribeSafeAuthFlagIntlRequest;
import com.tencentcloudapi.cam.v20190116.models.DescribeSafeAuthFlagIntlResponse;
import com.tencentcloudapi.cam.v20190116.models.DescribeSafeAuthFlagRequest;
import com.tencentcloudapi.cam.v20190116.models.DescribeSafeAuthFlagResponse;
import com.tencentcloudapi.cam.v20190116.models.GetCustomMFATokenInfoRequest;
import com.tencentcloudapi.cam.v20190116.models.LoginActionMfaFlag;
import com.tencentcloudapi.cam.v20190116.models.SetMfaFlagRequest;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import dev.countersign.gateway.codec.Json;
import dev.countersign.value.Bytes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The MFA actions through the typed client `tencentcloud-sdk-java-cam` 3.1.694, in every manner in which it can send:
/// what each answers, and each code with its text.
class TencentMfaTest {
    private static final long ALICE = 100_000_000_011L;
    private static final long BOB = 100_000_000_012L;

    @TempDir
    static Path directory;

    static DevServer server;

    @BeforeAll
    static void start() throws Exception {
        server = DevServer.start(directory);
        server.send("PUT", "/dev/principals", "{\"uin\":12345678}");
        server.send("PUT", "/dev/protection", "{\"uin\":12345678,\"login\":\"Custom\"}");
        open("abc123");
        for (TencentManner manner : TencentManner.values()) {
            open(token(manner));
        }
    }

    private static void open(String token) throws Exception {
        server.send("POST", "/dev/challenges", "{\"uin\":12345678,\"kind\":\"login\",\"mfaToken\":\"" + token + "\"}");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String token(TencentManner manner) {
        return "mfa_" + manner + "+/=&%";
    }

    @ParameterizedTest
    @EnumSource
    void the_pages_examples_answer_as_printed(TencentManner manner) throws Exception {
        server.send("PUT", "/dev/principals", "{\"uin\":123,\"wechat\":true}");
        CamClient cam = manner.cam(server, DevServer.ROOT);
        assertThat(cam.SetMfaFlag(set(123L, flag(null, null, 1L), null)).getRequestId())
                .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(coll(cam, 123).getLoginFlag().getWechat()).isEqualTo(1);

        GetCustomMFATokenInfoRequest about = new GetCustomMFATokenInfoRequest();
        about.setMFAToken("abc123");
        assertThat(cam.GetCustomMFATokenInfo(about).getUin()).isEqualTo(12_345_678);
    }

    @ParameterizedTest
    @EnumSource
    void three_flags_written_are_three_flags_read(TencentManner manner) throws Exception {
        CamClient cam = manner.cam(server, DevServer.ALICE);
        cam.SetMfaFlag(set(ALICE, flag(0L, 1L, 0L), flag(1L, 0L, 0L)));
        DescribeSafeAuthFlagCollResponse read = coll(cam, ALICE);
        assertThat(List.of(
                        read.getLoginFlag().getPhone(),
                        read.getLoginFlag().getToken(),
                        read.getLoginFlag().getStoken(),
                        read.getLoginFlag().getWechat(),
                        read.getLoginFlag().getCustom()))
                .containsExactly(0L, 0L, 1L, 0L, 0L);
        assertThat(read.getActionFlag().getPhone()).isEqualTo(1);
        assertThat(read.getOffsiteFlag().getNotifyEmail()).isZero();

        cam.SetMfaFlag(set(null, flag(0L, 0L, 1L), null));
        DescribeSafeAuthFlagResponse own = cam.DescribeSafeAuthFlag(new DescribeSafeAuthFlagRequest());
        assertThat(own.getLoginFlag().getWechat()).isEqualTo(1);
        assertThat(own.getLoginFlag().getStoken()).isZero();
        assertThat(own.getActionFlag().getPhone()).isEqualTo(1);
        assertThat(own.getPromptTrust()).isZero();
        DescribeSafeAuthFlagIntlResponse intl = cam.DescribeSafeAuthFlagIntl(new DescribeSafeAuthFlagIntlRequest());
        assertThat(intl.getLoginFlag().getWechat()).isEqualTo(1);
        assertThat(intl.getLoginFlag().getMail()).isZero();
        assertThat(intl.getOffsiteFlag().getTips()).isZero();

        cam.SetMfaFlag(set(null, flag(null, null, null), flag(0L, 0L, 0L)));
        assertThat(coll(cam, ALICE).getActionFlag().getPhone()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void a_token_is_spent_once(TencentManner manner) throws Exception {
        CamClient cam = manner.cam(server, DevServer.ROOT);
        ConsumeCustomMFATokenRequest spending = new ConsumeCustomMFATokenRequest();
        spending.setMFAToken(token(manner));
        GetCustomMFATokenInfoRequest about = new GetCustomMFATokenInfoRequest();
        about.setMFAToken(token(manner));

        refused(
                () -> manner.cam(server, DevServer.OTHER).ConsumeCustomMFAToken(spending),
                "InvalidParameter.MFATokenError",
                "Multi-factor Token verification failed.");
        assertThat(cam.ConsumeCustomMFAToken(spending).getRequestId()).isNotBlank();
        refused(
                () -> cam.ConsumeCustomMFAToken(spending),
                "InvalidParameter.MFATokenError",
                "Multi-factor Token verification failed.");
        refused(
                () -> cam.GetCustomMFATokenInfo(about),
                "InvalidParameter.MFATokenError",
                "Multi-factor Token verification failed.");
    }

    @ParameterizedTest
    @EnumSource
    void each_code_of_the_page_is_the_sdks_exception_with_its_text(TencentManner manner) throws Exception {
        refused(
                manner,
                DevServer.ALICE,
                set(BOB, flag(1L, 0L, 0L), null),
                "FailedOperation.UserNotBindPhone",
                "No mobile number is bound to the account");
        refused(
                manner,
                DevServer.ALICE,
                set(BOB, null, flag(0L, 0L, 1L)),
                "FailedOperation.UserNotBindWechat",
                "No WeChat Account is bound to the account");
        refused(
                manner,
                DevServer.ALICE,
                set(100_000_000_001L, flag(0L, 1L, 0L), null),
                "FailedOperation.UserUnbindNoPermission",
                "User does not have permission.");
        refused(
                manner,
                DevServer.ALICE,
                set(0L, flag(0L, 1L, 0L), null),
                "InvalidParameter.UserNotExist",
                "User object does not exist");
        refused(
                manner,
                DevServer.ROOT,
                set(100_000_000_002L, flag(0L, 1L, 0L), null),
                "ResourceNotFound.UserNotExist",
                "User does not exist.");
        refused(
                manner,
                DevServer.ROOT,
                set(BOB, flag(1L, 1L, 0L), null),
                "InvalidParameterValue",
                "A value specified in LoginFlag is not valid, is unsupported, or cannot be used.");
        protectCalls(true);
        try {
            refused(
                    manner,
                    DevServer.ROOT,
                    set(BOB, flag(0L, 1L, 0L), null),
                    "InvalidParameter.MFATokenError",
                    "Multi-factor Token verification failed.");
        } finally {
            protectCalls(false);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_user_that_can_not_be_is_the_sdks_exception(TencentManner manner) {
        CamClient cam = manner.cam(server, DevServer.ROOT);
        refused(() -> coll(cam, 4711), "ResourceNotFound.UserNotExist", "User does not exist.");
        refused(() -> coll(cam, 0), "InvalidParameter.ParamError", "Invalid input parameter.");
    }

    private static void protectCalls(boolean wanted) throws Exception {
        String rules =
                "{\"protectsCalls\":" + wanted + ",\"forcesLogin\":false,\"forcesOperation\":false,\"returnTo\":[]}";
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/v1/tenant/rules"))
                            .PUT(HttpRequest.BodyPublishers.ofString(rules))
                            .header("Content-Type", "application/json")
                            .header("Authorization", "Bearer csk_dev_root")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode())
                    .as("%s", Json.read(Bytes.of(answer.body()), "answer"))
                    .isEqualTo(200);
        }
    }

    private static DescribeSafeAuthFlagCollResponse coll(CamClient cam, long uin) throws TencentCloudSDKException {
        DescribeSafeAuthFlagCollRequest request = new DescribeSafeAuthFlagCollRequest();
        request.setSubUin(uin);
        return cam.DescribeSafeAuthFlagColl(request);
    }

    private static SetMfaFlagRequest set(
            @Nullable Long uin, @Nullable LoginActionMfaFlag login, @Nullable LoginActionMfaFlag action) {
        SetMfaFlagRequest request = new SetMfaFlagRequest();
        request.setOpUin(uin);
        request.setLoginFlag(login);
        request.setActionFlag(action);
        return request;
    }

    private static LoginActionMfaFlag flag(@Nullable Long phone, @Nullable Long stoken, @Nullable Long wechat) {
        LoginActionMfaFlag flag = new LoginActionMfaFlag();
        flag.setPhone(phone);
        flag.setStoken(stoken);
        flag.setWechat(wechat);
        return flag;
    }

    private static void refused(
            TencentManner manner, Credential credential, SetMfaFlagRequest request, String code, String text) {
        refused(() -> manner.cam(server, credential).SetMfaFlag(request), code, text);
    }

    private static void refused(ThrowingCallable call, String code, String text) {
        TencentCloudSDKException refused = catchThrowableOfType(TencentCloudSDKException.class, call);
        assertThat(refused.getErrorCode()).isEqualTo(code);
        assertThat(refused.getMessage()).contains(text);
        assertThat(refused.getRequestId()).isNotBlank();
    }
}
