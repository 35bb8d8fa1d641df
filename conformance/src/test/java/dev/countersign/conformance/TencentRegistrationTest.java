package dev.countersign.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.Language;
import dev.countersign.gateway.wire.Value;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The registration loop through `tencentcloud-sdk-java-common`, in every manner in which it can send.
class TencentRegistrationTest {
    @TempDir
    static Path directory;

    static DevServer server;
    static final AtomicInteger NUMBERS = new AtomicInteger(60_000_000);

    @BeforeAll
    static void start() {
        server = DevServer.start(directory);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String freshNumber() {
        return Integer.toString(NUMBERS.incrementAndGet());
    }

    private static Map<String, Value> number(String countryCode, String number) {
        Map<String, Value> parameters = new LinkedHashMap<>();
        parameters.put("CountryCode", Value.text(countryCode));
        parameters.put("PhoneNum", Value.text(number));
        return parameters;
    }

    private static Map<String, Value> account(String number, String code) {
        Map<String, Value> parameters = number("852", number);
        parameters.put("AccountType", Value.text("personal"));
        parameters.put("Mail", Value.text("m" + number + "+a'*~@example.com"));
        parameters.put("Password", Value.text("ABCabc123!&=+%"));
        parameters.put("ConfirmPassword", Value.text("ABCabc123!&=+%"));
        parameters.put("Area", Value.text("HK"));
        parameters.put("VerifyCode", Value.text(code));
        parameters.put("TradeOne", Value.text("kghy_01"));
        parameters.put("TradeTwo", Value.text("kghy_0101"));
        parameters.put("Extended", Value.text("ext &=?/ ä中"));
        return parameters;
    }

    private static String text(Value.Fields response, String name) {
        return response.fields().get(name) instanceof Value.Text text ? text.text() : "";
    }

    private static Value.Items items(Value.Fields response, String name) {
        return response.fields().get(name) instanceof Value.Items items ? items : new Value.Items(List.of());
    }

    @ParameterizedTest
    @EnumSource
    void sends_reads_the_code_and_creates_the_account(TencentManner manner) throws Exception {
        String number = freshNumber();

        Value.Fields sent = manner.call(server, "SendVerifyCode", number("852", number));
        assertThat(sent.fields()).containsOnlyKeys("RequestId");
        assertThat(text(sent, "RequestId"))
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

        String code = server.code("852" + number);
        Value.Fields created = manner.call(server, "CreateAccount", account(number, code));
        String uin = text(created, "Uin");
        assertThat(uin).matches("20[0-9]{10}");

        Map<String, Value> query = Map.of("ClientUin", Value.number(Long.parseLong(uin)));
        assertThat(manner.call(server, "QueryAccountVerificationStatus", query).fields())
                .containsEntry("AccountStatus", new Value.Flag(false));
        Map<String, Value> describe =
                Map.of("CustomerUin", new Value.Items(List.of(Value.number(Long.parseLong(uin)))));
        Value.Fields described = manner.call(server, "DescribeCustomerInfo", describe);
        Value.Fields customer = (Value.Fields) items(described, "Data").items().getFirst();
        assertThat(text(customer, "Email")).isEqualTo("m" + number + "+a'*~@example.com");
        assertThat(text(customer, "Phone")).isEqualTo("852-" + number);

        TencentCloudSDKException again = catchThrowableOfType(
                TencentCloudSDKException.class, () -> manner.call(server, "CreateAccount", account(number, code)));
        assertThat(again.getErrorCode()).isEqualTo("FailedOperation.VerificationCodeIllegal");
        assertThat(again.getRequestId()).isNotBlank();
        assertThat(again.getMessage()).contains("Incorrect verification code.");
    }

    @ParameterizedTest
    @EnumSource
    void a_second_code_within_60_seconds_is_the_sdks_exception(TencentManner manner) throws Exception {
        String number = freshNumber();
        manner.call(server, "SendVerifyCode", number("852", number));
        TencentCloudSDKException refused = catchThrowableOfType(
                TencentCloudSDKException.class, () -> manner.call(server, "SendVerifyCode", number("852", number)));
        assertThat(refused.getErrorCode()).isEqualTo("FailedOperation.SendVerifyCodeLimit60");
        assertThat(refused.getMessage())
                .contains("The interval for sending SMS verification codes should be greater than 60 seconds."
                        + " Please try again later.");
    }

    @ParameterizedTest
    @EnumSource
    void an_error_comes_in_the_language_that_was_asked_for(TencentManner manner) {
        TencentCloudSDKException refused = catchThrowableOfType(
                TencentCloudSDKException.class,
                () -> manner.call(
                        server,
                        DevServer.ROOT,
                        Optional.of(Language.ZH_CN),
                        "SendVerifyCode",
                        Map.of("CountryCode", Value.text("852"))));
        assertThat(refused.getErrorCode()).isEqualTo("MissingParameter");
        assertThat(refused.getMessage()).contains("请求缺少必传参数 PhoneNum。");
    }

    @ParameterizedTest
    @EnumSource
    void a_wrong_secret_is_a_signature_failure(TencentManner manner) {
        Credential wrong = new Credential(DevServer.ROOT.getSecretId(), "not-the-secret");
        TencentCloudSDKException refused = refusedAs(manner, wrong);
        assertThat(refused.getErrorCode()).isEqualTo("AuthFailure.SignatureFailure");
    }

    @ParameterizedTest
    @EnumSource
    void an_unknown_key_is_not_found(TencentManner manner) {
        Credential unknown = new Credential("AKIDunknown", "secret");
        assertThat(refusedAs(manner, unknown).getErrorCode()).isEqualTo("AuthFailure.SecretIdNotFound");
        Credential odd = new Credential("odd", "secret");
        assertThat(refusedAs(manner, odd).getErrorCode()).isEqualTo("AuthFailure.InvalidSecretId");
    }

    @ParameterizedTest
    @EnumSource
    void a_token_that_nobody_issued_is_refused(TencentManner manner) {
        Credential token = new Credential(DevServer.ROOT.getSecretId(), DevServer.ROOT.getSecretKey(), "not-a-token");
        assertThat(refusedAs(manner, token).getErrorCode()).isEqualTo("AuthFailure.TokenFailure");
    }

    @ParameterizedTest
    @EnumSource
    void only_those_who_may_are_let_through(TencentManner manner) throws Exception {
        assertThat(refusedAs(manner, DevServer.BOB).getErrorCode()).isEqualTo("UnauthorizedOperation");
        assertThat(refusedAs(manner, DevServer.BOB).getMessage())
                .contains("you are not authorized to perform operation (intlpartnersmgt:SendVerifyCode)");
        assertThat(refusedAs(manner, DevServer.BARE).getErrorCode()).isEqualTo("UnauthorizedOperation");
        assertThat(manner.call(
                                server,
                                DevServer.ALICE,
                                Optional.empty(),
                                "SendVerifyCode",
                                number("852", freshNumber()))
                        .fields())
                .containsOnlyKeys("RequestId");
    }

    private static TencentCloudSDKException refusedAs(TencentManner manner, Credential credential) {
        return catchThrowableOfType(
                TencentCloudSDKException.class,
                () -> manner.call(
                        server, credential, Optional.empty(), "SendVerifyCode", number("852", freshNumber())));
    }

    @ParameterizedTest
    @EnumSource
    void what_the_action_does_not_have_is_refused(TencentManner manner) {
        Map<String, Value> parameters = number("852", freshNumber());
        parameters.put("$schema", Value.text("x"));
        assertThatThrownBy(() -> manner.call(server, "SendVerifyCode", parameters))
                .isInstanceOfSatisfying(TencentCloudSDKException.class, refused -> {
                    assertThat(refused.getErrorCode()).isEqualTo("UnknownParameter");
                    assertThat(refused.getMessage()).contains("The parameter `$schema` is not recognized.");
                });
        assertThatThrownBy(() -> manner.call(server, "SendVerifyCodes", Map.of()))
                .isInstanceOfSatisfying(TencentCloudSDKException.class, refused -> {
                    assertThat(refused.getErrorCode()).isEqualTo("InvalidAction");
                    assertThat(refused.getMessage())
                            .contains("The request action=`SendVerifyCodes` is invalid or not found in"
                                    + " service=`intlpartnersmgt` and version=`2022-09-28`.");
                });
    }

    @Test
    void the_published_example_succeeds_as_it_is_printed() throws Exception {
        Value.Fields sent = TencentManner.TC3_POST.call(server, "SendVerifyCode", number("852", "18888888888"));
        assertThat(sent.fields()).containsOnlyKeys("RequestId");
        assertThat(server.code("85218888888888")).matches("[0-9]{6}");
    }

    @ParameterizedTest
    @EnumSource(names = {"TC3_POST", "TC3_GET", "SHA256_POST"})
    void countries_and_industries_are_listed(TencentManner manner) throws Exception {
        Value.Items countries = items(manner.call(server, "GetCountryCodes", Map.of()), "Data");
        assertThat(countries.items()).hasSizeGreaterThan(230);
        assertThat(((Value.Fields) countries.items().getFirst()).fields())
                .containsOnlyKeys("EnName", "Name", "IOS2", "IOS3", "Code");
        Value.Items trades = items(manner.call(server, "GetTradeConfigList", Map.of()), "TradeList");
        assertThat(((Value.Fields) trades.items().getFirst()).fields())
                .containsEntry("Id", Value.text("kghy_01"))
                .containsOnlyKeys("Id", "Name", "Children");
    }

    @Test
    void customers_are_paged() throws Exception {
        Map<String, Value> page = Map.of("Page", Value.number(1), "PageSize", Value.number(5));
        Value.Fields answer = TencentManner.TC3_GET.call(server, "DescribeCustomerUin", page);
        assertThat(answer.fields().get("Total")).isInstanceOf(Value.Text.class);
        Map<String, Value> none = Map.of("Page", Value.number(0), "PageSize", Value.number(5));
        assertThatThrownBy(() -> TencentManner.TC3_GET.call(server, "DescribeCustomerUin", none))
                .isInstanceOfSatisfying(
                        TencentCloudSDKException.class,
                        refused -> assertThat(refused.getErrorCode()).isEqualTo("InvalidParameter.Page"));
    }
}
