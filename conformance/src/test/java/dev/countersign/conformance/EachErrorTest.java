package dev.countersign.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import dev.countersign.gateway.wire.Value;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every code that the vendor lists for sending and registering, met as the SDK's exception with its page's text.
class EachErrorTest {
    private static final String BOUND_UPPER = "The number of registered accounts for the current mobile number has"
            + " reached the maximum limit. Please change the phone number and try again.";
    private static final String AREA =
            "The current region does not support creating a Tencent Cloud International account.";
    private static final Map<String, String> TEXTS = Map.of(
            "FailedOperation.VerificationCodeIllegal", "Incorrect verification code.",
            "FailedOperation.TradeInfoIncorrect", "The primary industry id and secondary industry id do not match.",
            "InvalidParameterValue.TradeInfoEmpty", "The primary industry id or secondary industry id is empty.",
            "InvalidParameterValue.UnSupportArea", AREA);

    /// What must be wrong for a code of `CreateAccount`: a parameter and its value. The other codes need a past.
    private static final Map<String, List<String>> WRONG = Map.ofEntries(
            Map.entry("FailedOperation.TradeInfoIncorrect", List.of("TradeOne", "kghy_02")),
            Map.entry("FailedOperation.VerificationCodeIllegal", List.of("VerifyCode", "1234567")),
            Map.entry("InvalidParameter.AccountTypeContentIncorrect", List.of("AccountType", "business")),
            Map.entry("InvalidParameter.AreaContentIncorrect", List.of("Area", "SG")),
            Map.entry("InvalidParameter.AreaFormatIncorrect", List.of("Area", "Hongkong")),
            Map.entry("InvalidParameter.ConfirmPasswordContentIncorrect", List.of("ConfirmPassword", "ABCabc123")),
            Map.entry("InvalidParameter.CountryCodeContentIncorrect", List.of("CountryCode", "999")),
            Map.entry("InvalidParameter.CountryCodeFormatIncorrect", List.of("CountryCode", "+852")),
            Map.entry("InvalidParameter.MailFormatIncorrect", List.of("Mail", "nobody")),
            Map.entry("InvalidParameter.PasswordContentIncorrect", List.of("Password", "abcdefgh")),
            Map.entry("InvalidParameter.PasswordFormatIncorrect", List.of("Password", "Abc 123!")),
            Map.entry("InvalidParameter.PhoneNumFormatIncorrect", List.of("PhoneNum", "12-34")),
            Map.entry("InvalidParameterValue.AccountTypeEmpty", List.of("AccountType", "")),
            Map.entry("InvalidParameterValue.AreaEmpty", List.of("Area", "")),
            Map.entry("InvalidParameterValue.CountryCodeEmpty", List.of("CountryCode", "")),
            Map.entry("InvalidParameterValue.MailEmpty", List.of("Mail", "")),
            Map.entry("InvalidParameterValue.PasswordEmpty", List.of("Password", "")),
            Map.entry("InvalidParameterValue.PhoneNumEmpty", List.of("PhoneNum", "")),
            Map.entry("InvalidParameterValue.TradeInfoEmpty", List.of("TradeTwo", "")),
            Map.entry("InvalidParameterValue.UnSupportArea", List.of("CountryCode", "86")));

    @TempDir
    Path directory;

    private DevServer server;
    private final Set<String> met = new TreeSet<>();
    private int mails;

    @BeforeEach
    void start() {
        server = DevServer.start(directory, 6);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"TC3_POST", "TC3_GET", "SHA1_POST", "SHA256_GET"})
    void each_error_of_sending_is_the_sdks_exception(TencentManner manner) throws Exception {
        meets(manner, "SendVerifyCode", number("86", "13800000000"), "InvalidParameterValue.UnSupportArea", AREA);
        meets(manner, "SendVerifyCode", number("852", "x"), "InvalidParameterValue", "Invalid parameter value.");
        for (int i = 0; i < 5; i++) {
            manner.call(server, "SendVerifyCode", number("852", "65000001"));
            meets(
                    manner,
                    "SendVerifyCode",
                    number("852", "65000001"),
                    "FailedOperation.SendVerifyCodeLimit60",
                    "The interval for sending SMS verification codes should be greater than 60 seconds. Please try"
                            + " again later.");
            server.advance("61s");
        }
        meets(
                manner,
                "SendVerifyCode",
                number("852", "65000001"),
                "FailedOperation.SendVerifyCodeLimit",
                "Verification codes are sent too frequently. Please try again later.");
        fill(manner, "65000002");
        meets(manner, "SendVerifyCode", number("852", "65000002"), "FailedOperation.PhoneBindUpper", BOUND_UPPER);

        assertThat(met)
                .containsExactly(
                        "FailedOperation.PhoneBindUpper",
                        "FailedOperation.SendVerifyCodeLimit",
                        "FailedOperation.SendVerifyCodeLimit60",
                        "InvalidParameterValue",
                        "InvalidParameterValue.UnSupportArea");
    }

    @ParameterizedTest
    @EnumSource(names = {"TC3_POST", "TC3_GET", "SHA1_POST", "SHA256_GET"})
    void each_error_of_registering_is_the_sdks_exception(TencentManner manner) throws Exception {
        Map<String, Value> right = account("65000003", sent(manner, "65000003"));
        for (Map.Entry<String, List<String>> wrong : WRONG.entrySet()) {
            Map<String, Value> parameters = new LinkedHashMap<>(right);
            parameters.put(
                    wrong.getValue().getFirst(), Value.text(wrong.getValue().getLast()));
            String code = wrong.getKey();
            meets(manner, "CreateAccount", parameters, code, TEXTS.getOrDefault(code, code));
        }
        TencentCloudSDKException denied = refused(manner, DevServer.BARE, "CreateAccount", right);
        assertThat(denied.getErrorCode()).isEqualTo("UnauthorizedOperation");
        assertThat(denied.getMessage())
                .contains("[request id:" + denied.getRequestId() + "]you are not authorized to perform operation"
                        + " (intlpartnersmgt:CreateAccount)\nresource (*) has no permission\n");
        manner.call(server, "CreateAccount", right);
        server.advance("61s");
        Map<String, Value> again = new LinkedHashMap<>(right);
        again.put("VerifyCode", Value.text(sent(manner, "65000003")));
        meets(manner, "CreateAccount", again, "FailedOperation.MailIsRegistered", "FailedOperation.MailIsRegistered");
        String asked = "{\"to\":\"+85265000004\",\"purpose\":\"registration\"}";
        fill(manner, "65000004");
        server.start(asked);
        meets(
                manner,
                "CreateAccount",
                account("65000004", server.code("85265000004")),
                "FailedOperation.PhoneBindUpper",
                BOUND_UPPER);
        meets(
                manner,
                "CreateAccount",
                account("65000005", sent(manner, "65000005")),
                "FailedOperation.ExceedMaxBindCount",
                "The maximum number of bindable sub-accounts has been exceeded.");

        assertThat(met)
                .containsAll(WRONG.keySet())
                .contains(
                        "FailedOperation.ExceedMaxBindCount",
                        "FailedOperation.MailIsRegistered",
                        "FailedOperation.PhoneBindUpper")
                .hasSize(23);
    }

    private void meets(
            TencentManner manner, String action, Map<String, Value> parameters, String code, String message) {
        TencentCloudSDKException refused = refused(manner, DevServer.ROOT, action, parameters);
        assertThat(refused.getErrorCode()).isEqualTo(code);
        assertThat(refused.getMessage()).contains(message);
        assertThat(refused.getRequestId()).isNotBlank();
        met.add(code);
    }

    private TencentCloudSDKException refused(
            TencentManner manner, Credential caller, String action, Map<String, Value> parameters) {
        return catchThrowableOfType(
                TencentCloudSDKException.class,
                () -> manner.call(server, caller, Optional.empty(), action, parameters));
    }

    /// Gives a number the five accounts that it may have.
    private void fill(TencentManner manner, String number) throws Exception {
        for (int i = 0; i < 5; i++) {
            manner.call(server, "CreateAccount", account(number, sent(manner, number)));
            server.advance("1h");
        }
    }

    private String sent(TencentManner manner, String number) throws Exception {
        server.send("DELETE", "/dev/messages", "");
        manner.call(server, "SendVerifyCode", number("852", number));
        return server.code("852" + number);
    }

    private static Map<String, Value> number(String countryCode, String number) {
        Map<String, Value> parameters = new LinkedHashMap<>();
        parameters.put("CountryCode", Value.text(countryCode));
        parameters.put("PhoneNum", Value.text(number));
        return parameters;
    }

    private Map<String, Value> account(String number, String code) {
        mails++;
        Map<String, Value> parameters = number("852", number);
        parameters.put("AccountType", Value.text("company"));
        parameters.put("Mail", Value.text("m" + mails + "@example.com"));
        parameters.put("Password", Value.text("ABCabc123!"));
        parameters.put("ConfirmPassword", Value.text("ABCabc123!"));
        parameters.put("Area", Value.text("HK"));
        parameters.put("VerifyCode", Value.text(code));
        parameters.put("TradeOne", Value.text("kghy_01"));
        parameters.put("TradeTwo", Value.text("kghy_0101"));
        return parameters;
    }
}
