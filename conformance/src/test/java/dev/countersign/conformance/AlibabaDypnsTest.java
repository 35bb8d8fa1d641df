package dev.countersign.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aliyun.tea.TeaException;
import com.aliyuncs.CommonRequest;
import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.auth.SignatureVersion;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.http.FormatType;
import com.aliyuncs.http.MethodType;
import com.aliyuncs.http.ProtocolType;
import com.aliyuncs.profile.DefaultProfile;
import dev.countersign.product.alibaba.dypnsapi.v20170525.DypnsOptions.Manners;
import dev.countersign.server.config.AlibabaConfig;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The official SDKs for Java send a code and give it back, and show what is refused: some of it is thrown,
/// and some of it only stands in the answer.
class AlibabaDypnsTest {
    private static final String VERSION = "2017-05-25";
    private static final String NUMBER = "13800001234";

    @TempDir
    Path directory;

    private static Map<String, String> sending(String... more) {
        return plus(
                new HashMap<>(Map.of(
                        "PhoneNumber", NUMBER,
                        "SignName", "速通互联",
                        "TemplateCode", "100001",
                        "TemplateParam", "{\"code\":\"##code##\",\"min\":\"5\"}",
                        "CodeType", "7")),
                more);
    }

    private static Map<String, String> checking(String code, String... more) {
        return plus(new HashMap<>(Map.of("PhoneNumber", NUMBER, "VerifyCode", code)), more);
    }

    private static Map<String, String> plus(Map<String, String> query, String... more) {
        for (int i = 0; i < more.length; i += 2) {
            query.put(more[i], more[i + 1]);
        }
        return query;
    }

    private static TeaException thrown(TeaRpc tea, String action, Map<String, String> query) {
        return catchThrowableOfType(TeaException.class, () -> tea.call(DevServer.ROOT, action, query));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ACS3-HMAC-SHA256", "v2"})
    void the_new_sdk_sends_a_code_and_gives_it_back(String algorithm) throws Exception {
        try (DevServer server = DevServer.start(directory)) {
            TeaRpc tea = new TeaRpc(server.port(), VERSION, algorithm);
            Map<String, ?> sent =
                    tea.call(DevServer.ROOT, "SendSmsVerifyCode", sending("OutId", "o 1", "ReturnVerifyCode", "true"));
            assertThat(sent.get("Code")).isEqualTo("OK");
            assertThat(sent.get("Success")).isEqualTo(true);
            Map<String, ?> model = TeaRpc.fields(sent.get("Model"));
            assertThat(model.get("OutId")).isEqualTo("o 1");
            String code = server.code("86" + NUMBER);
            assertThat(model.get("VerifyCode")).isEqualTo(code);

            // The SDK throws nothing here: who does not look at Code believes that it was sent.
            Map<String, ?> soon = tea.call(DevServer.ROOT, "SendSmsVerifyCode", sending());
            assertThat(soon.get("Code")).isEqualTo("biz.FREQUENCY");
            assertThat(soon.get("Message")).isEqualTo("check frequency failed");
            assertThat(soon.get("Success")).isEqualTo(false);

            TeaException wrong = thrown(tea, "CheckSmsVerifyCode", checking("x" + code));
            assertThat(wrong.getCode()).isEqualTo("isv.ValidateFail");
            assertThat(wrong.getStatusCode()).isEqualTo(400);
            Map<String, ?> passed = tea.call(DevServer.ROOT, "CheckSmsVerifyCode", checking(code));
            assertThat(passed.get("Code")).isEqualTo("OK");
            assertThat(TeaRpc.fields(passed.get("Model")).get("VerifyResult")).isEqualTo("PASS");
            assertThat(thrown(tea, "CheckSmsVerifyCode", checking(code)).getCode())
                    .isEqualTo("isv.ValidateFail");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v2"})
    void the_new_sdk_shows_the_other_codes(String algorithm) throws Exception {
        try (DevServer server = DevServer.start(directory)) {
            TeaRpc tea = new TeaRpc(server.port(), VERSION, algorithm);
            String send = "SendSmsVerifyCode";
            assertThat(thrown(tea, send, sending("CodeLength", "4")).getCode()).isEqualTo("INVALID_PARAMETERS");
            assertThat(thrown(tea, send, sending("PhoneNumber", "1380000123")).getCode())
                    .isEqualTo("MOBILE_NUMBER_ILLEGAL");
            TeaException bare =
                    catchThrowableOfType(TeaException.class, () -> tea.call(DevServer.BARE, send, sending()));
            assertThat(bare.getCode()).isEqualTo("FUNCTION_NOT_OPENED");
            TeaException denied =
                    catchThrowableOfType(TeaException.class, () -> tea.call(DevServer.BOB, send, sending()));
            assertThat(denied.getAccessDeniedDetail()).containsEntry("AuthAction", "dypns:SendSmsVerifyCode");
            for (int n = 0; n < 5; n++) {
                tea.call(DevServer.ROOT, send, sending("SchemeName", "s" + n));
            }
            assertThat(thrown(tea, send, sending("SchemeName", "s5")).getCode()).isEqualTo("BUSINESS_LIMIT_CONTROL");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v2"})
    void where_the_pages_are_followed_early_sends_are_thrown_and_wrong_codes_are_not(String algorithm)
            throws Exception {
        AlibabaConfig standard = AlibabaConfig.standard();
        AlibabaConfig documented =
                new AlibabaConfig(standard.ramDenial(), standard.flowControl(), Manners.DOCUMENTED, false, Set.of());
        try (DevServer server = DevServer.start(directory, documented)) {
            TeaRpc tea = new TeaRpc(server.port(), VERSION, algorithm);
            tea.call(DevServer.ROOT, "SendSmsVerifyCode", sending());
            assertThat(thrown(tea, "SendSmsVerifyCode", sending()).getCode()).isEqualTo("FREQUENCY_FAIL");
            Map<String, ?> wrong = tea.call(DevServer.ROOT, "CheckSmsVerifyCode", checking("000000x"));
            assertThat(wrong.get("Code")).isEqualTo("OK");
            assertThat(TeaRpc.fields(wrong.get("Model")).get("VerifyResult")).isEqualTo("UNKNOWN");
        }
    }

    @ParameterizedTest
    @CsvSource({"V1, GET, JSON", "V1, POST, XML", "V3, POST, JSON", "V3, GET, XML"})
    void the_old_sdk_sends_a_code_and_gives_it_back(SignatureVersion version, MethodType method, FormatType format)
            throws Exception {
        try (DevServer server = DevServer.start(directory)) {
            Old old = new Old(server.port(), version, method, format);
            assertThat(old.call("SendSmsVerifyCode", sending())).contains("OK", "BizId");
            assertThat(old.call("SendSmsVerifyCode", sending())).contains("biz.FREQUENCY");
            String code = server.code("86" + NUMBER);
            ClientException wrong = catchThrowableOfType(
                    ClientException.class, () -> old.call("CheckSmsVerifyCode", checking("x" + code)));
            assertThat(wrong.getErrCode()).isEqualTo("isv.ValidateFail");
            assertThat(old.call("CheckSmsVerifyCode", checking(code))).contains("PASS");
        }
    }

    private record Old(int port, SignatureVersion version, MethodType method, FormatType format) {
        String call(String action, Map<String, String> parameters) throws ClientException {
            CommonRequest request = new CommonRequest();
            request.setSysDomain("127.0.0.1:" + port);
            request.setSysVersion(VERSION);
            request.setSysAction(action);
            request.setSysMethod(method);
            request.setSysProtocol(ProtocolType.HTTP);
            request.setSysSignatureVersion(version);
            request.setHttpContentType(format);
            request.setSysAccept(format);
            parameters.forEach(request::putQueryParameter);
            DefaultAcsClient client = new DefaultAcsClient(
                    DefaultProfile.getProfile("local", DevServer.ROOT.getSecretId(), DevServer.ROOT.getSecretKey()));
            try {
                return client.getCommonResponse(request).getData();
            } finally {
                client.shutdown();
            }
        }
    }
}
