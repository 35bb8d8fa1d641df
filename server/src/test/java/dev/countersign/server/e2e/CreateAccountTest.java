package dev.countersign.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.wire.Value;
import dev.countersign.product.tencent.intlpartnersmgt.v20220928.TradeCatalogue;
import dev.countersign.server.Countersign;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Outcome;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each code that is listed for `CreateAccount`, reached by a real condition.
class CreateAccountTest {
    @TempDir
    static Path directory;

    private static Countersign server;
    private static DevClient client;
    private static Accounts accounts;
    private static final AtomicInteger NUMBERS = new AtomicInteger(62_000_000);

    @BeforeAll
    static void start() {
        server = Countersign.dev(Countersign.DevOptions.at(directory).relaxed().customersPerPartner(12));
        client = new DevClient(server.port());
        accounts = new Accounts(client);
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    private static String fresh() {
        return Integer.toString(NUMBERS.incrementAndGet());
    }

    /// A number that has a live code.
    private static String sent() {
        String number = fresh();
        assertThat(client.call("SendVerifyCode", "CountryCode", "852", "PhoneNum", number)
                        .code())
                .isEqualTo("ok");
        return number;
    }

    private static String codeOf(String number) {
        return client.code("852" + number);
    }

    private static Outcome with(String number, String name, String value) {
        Map<String, Value> parameters = accounts.right("852", number, codeOf(number));
        parameters.put(name, Value.text(value));
        return accounts.create(parameters);
    }

    @ParameterizedTest
    @CsvSource({
        "AccountType, '', InvalidParameterValue.AccountTypeEmpty",
        "AccountType, business, InvalidParameter.AccountTypeContentIncorrect",
        "Mail, '', InvalidParameterValue.MailEmpty",
        "Mail, nobody, InvalidParameter.MailFormatIncorrect",
        "Mail, a b@example.com, InvalidParameter.MailFormatIncorrect",
        "Password, '', InvalidParameterValue.PasswordEmpty",
        "Password, Abc123!, InvalidParameter.PasswordFormatIncorrect",
        "Password, Abc123!Abc123!Abc123!, InvalidParameter.PasswordFormatIncorrect",
        "Password, Abc 1234!, InvalidParameter.PasswordFormatIncorrect",
        "Password, abcdefgh, InvalidParameter.PasswordContentIncorrect",
        "Password, abcdefg1, InvalidParameter.PasswordContentIncorrect",
        "Password, 1234567!, InvalidParameter.PasswordContentIncorrect",
        "ConfirmPassword, ABCabc123, InvalidParameter.ConfirmPasswordContentIncorrect",
        "ConfirmPassword, '', InvalidParameter.ConfirmPasswordContentIncorrect",
        "PhoneNum, '', InvalidParameterValue.PhoneNumEmpty",
        "PhoneNum, 12-34, InvalidParameter.PhoneNumFormatIncorrect",
        "CountryCode, '', InvalidParameterValue.CountryCodeEmpty",
        "CountryCode, +852, InvalidParameter.CountryCodeFormatIncorrect",
        "CountryCode, 999, InvalidParameter.CountryCodeContentIncorrect",
        "CountryCode, 86, InvalidParameterValue.UnSupportArea",
        "Area, '', InvalidParameterValue.AreaEmpty",
        "Area, Hongkong, InvalidParameter.AreaFormatIncorrect",
        "Area, hk, InvalidParameter.AreaFormatIncorrect",
        "Area, SG, InvalidParameter.AreaContentIncorrect",
        "Area, ZZ, InvalidParameter.AreaContentIncorrect",
        "VerifyCode, '', FailedOperation.VerificationCodeIllegal",
        "VerifyCode, 12345, FailedOperation.VerificationCodeIllegal",
        "TradeOne, '', InvalidParameterValue.TradeInfoEmpty",
        "TradeTwo, '', InvalidParameterValue.TradeInfoEmpty",
        "TradeOne, kghy_02, FailedOperation.TradeInfoIncorrect",
        "TradeTwo, kghy_0201, FailedOperation.TradeInfoIncorrect",
        "TradeTwo, nothing, FailedOperation.TradeInfoIncorrect",
        "CustomerName, x, InvalidParameterValue",
        "CustomerName, 123456, InvalidParameterValue"
    })
    void what_is_wrong_has_its_code_and_leaves_the_right_code_good(String name, String value, String code) {
        String number = sent();
        Outcome refused = with(number, name, value);
        assertThat(refused.code()).isEqualTo(code);
        if (!code.equals("InvalidParameterValue")) {
            assertThat(refused.message()).isEqualTo(text(code));
        }
        assertThat(with(number, "TradeTwo", "still-not-the-code").code())
                .as("the code is still right, so that the trade is looked at")
                .isEqualTo("FailedOperation.TradeInfoIncorrect");
    }

    /// The vendor's error table; where it repeats the code, so do we.
    private static String text(String code) {
        return switch (code) {
            case "FailedOperation.VerificationCodeIllegal" -> "Incorrect verification code.";
            case "FailedOperation.TradeInfoIncorrect" ->
                "The primary industry id and secondary industry id do not match.";
            case "InvalidParameterValue.TradeInfoEmpty" -> "The primary industry id or secondary industry id is empty.";
            case "InvalidParameterValue.UnSupportArea" ->
                "The current region does not support creating a Tencent Cloud International account.";
            default -> code;
        };
    }

    @Test
    void wrong_expired_used_and_unknown_codes_look_alike() {
        String never = fresh();
        Outcome unknown = accounts.create("852", never, "123456");
        String number = sent();
        String right = codeOf(number);
        Outcome wrong = accounts.create("852", number, other(right));
        assertThat(accounts.create("852", number, right).code()).isEqualTo("ok");
        Outcome used = accounts.create("852", number, right);
        String late = sent();
        String expired = codeOf(late);
        client.advance("10m");
        Outcome tooLate = accounts.create("852", late, expired);
        assertThat(java.util.List.of(unknown, wrong, used, tooLate)).allSatisfy(outcome -> {
            assertThat(outcome.code()).isEqualTo("FailedOperation.VerificationCodeIllegal");
            assertThat(outcome.message()).isEqualTo("Incorrect verification code.");
        });
    }

    @Test
    void the_fifth_wrong_code_kills_the_right_one() {
        String number = sent();
        String right = codeOf(number);
        for (int i = 0; i < 5; i++) {
            assertThat(accounts.create("852", number, other(right)).code())
                    .isEqualTo("FailedOperation.VerificationCodeIllegal");
        }
        assertThat(accounts.create("852", number, right).code()).isEqualTo("FailedOperation.VerificationCodeIllegal");
    }

    @Test
    void four_wrong_codes_leave_the_right_one_good() {
        String number = sent();
        String right = codeOf(number);
        for (int i = 0; i < 4; i++) {
            accounts.create("852", number, other(right));
        }
        assertThat(with(number, "TradeTwo", "x").code()).isEqualTo("FailedOperation.TradeInfoIncorrect");
    }

    @Test
    void a_code_of_one_number_is_worth_nothing_for_another() {
        String one = sent();
        String two = sent();
        assertThat(accounts.create("852", two, codeOf(one)).code())
                .isEqualTo("FailedOperation.VerificationCodeIllegal");
    }

    @Test
    void a_code_of_one_tenant_is_worth_nothing_for_another() {
        String number = sent();
        Map<String, Value> parameters = accounts.right("852", number, codeOf(number));
        assertThat(client.call(DevClient.OTHER, "CreateAccount", new Value.Fields(parameters))
                        .code())
                .isEqualTo("FailedOperation.VerificationCodeIllegal");
    }

    @Test
    void a_mail_address_has_one_account_whatever_its_case() {
        String one = sent();
        Map<String, Value> first = accounts.right("852", one, codeOf(one));
        assertThat(accounts.create(first).code()).isEqualTo("ok");
        String two = sent();
        String mail = ((Value.Text) first.get("Mail")).text();
        Outcome refused = with(two, "Mail", "M" + mail.substring(1));
        assertThat(refused.code()).isEqualTo("FailedOperation.MailIsRegistered");
        assertThat(refused.message()).isEqualTo("FailedOperation.MailIsRegistered");
    }

    @Test
    void a_sixth_account_on_a_number_and_a_customer_too_many_are_refused() {
        client.send("POST", "/dev/reset", "{}");
        String number = fresh();
        for (int i = 0; i < 5; i++) {
            client.call("SendVerifyCode", "CountryCode", "852", "PhoneNum", number);
            assertThat(accounts.create("852", number, client.nextCode("852" + number))
                            .code())
                    .isEqualTo("ok");
            client.advance("1h");
        }
        String body = "{\"to\":\"+852" + number + "\",\"purpose\":\"registration\"}";
        assertThat(client.rest("POST", "/v1/verifications", body).status()).isEqualTo(201);
        Map<String, Value> sixthOne = accounts.right("852", number, client.nextCode("852" + number));
        Outcome sixth = accounts.create(sixthOne);
        sixthOne.put("TradeTwo", Value.text("nothing"));
        assertThat(accounts.create(sixthOne).code())
                .as("the number's cap comes before the trade")
                .isEqualTo("FailedOperation.PhoneBindUpper");
        assertThat(sixth.code()).isEqualTo("FailedOperation.PhoneBindUpper");
        assertThat(sixth.message())
                .isEqualTo("The number of registered accounts for the current mobile number has reached the maximum"
                        + " limit. Please change the phone number and try again.");

        for (int i = 5; i < 12; i++) {
            String another = sent();
            assertThat(accounts.create("852", another, codeOf(another)).code()).isEqualTo("ok");
        }
        String last = sent();
        Outcome full = accounts.create("852", last, codeOf(last));
        assertThat(full.code()).isEqualTo("FailedOperation.ExceedMaxBindCount");
        assertThat(full.message()).isEqualTo("The maximum number of bindable sub-accounts has been exceeded.");
        client.send("POST", "/dev/reset", "{}");
    }

    @Test
    void formats_come_before_the_code_and_count_nothing() {
        String number = sent();
        String right = codeOf(number);
        for (int i = 0; i < 6; i++) {
            Map<String, Value> parameters = accounts.right("852", number, other(right));
            parameters.put("Area", Value.text("SG"));
            assertThat(accounts.create(parameters).code()).isEqualTo("InvalidParameter.AreaContentIncorrect");
        }
        assertThat(accounts.create("852", number, right).code()).isEqualTo("ok");
    }

    @Test
    void the_code_comes_before_the_mail_and_the_mail_before_the_trade() {
        String one = sent();
        Map<String, Value> taken = accounts.right("852", one, codeOf(one));
        assertThat(accounts.create(taken).code()).isEqualTo("ok");
        String two = sent();
        Map<String, Value> parameters = accounts.right("852", two, other(codeOf(two)));
        parameters.put("Mail", taken.getOrDefault("Mail", Value.text("")));
        parameters.put("TradeTwo", Value.text("nothing"));
        assertThat(accounts.create(parameters).code()).isEqualTo("FailedOperation.VerificationCodeIllegal");
        parameters.put("VerifyCode", Value.text(codeOf(two)));
        assertThat(accounts.create(parameters).code()).isEqualTo("FailedOperation.MailIsRegistered");
        parameters.put("Mail", Value.text("free-" + two + "@example.com"));
        assertThat(accounts.create(parameters).code()).isEqualTo("FailedOperation.TradeInfoIncorrect");
    }

    @Test
    void a_tenant_without_the_product_is_not_authorised() {
        Outcome refused = client.call(DevClient.BARE, "CreateAccount", "{}");
        assertThat(refused.code()).isEqualTo("UnauthorizedOperation");
        assertThat(refused.message())
                .isEqualTo("[request id:" + refused.text("RequestId") + "]you are not authorized to perform operation"
                        + " (intlpartnersmgt:CreateAccount)\nresource (*) has no permission\n");
    }

    @Test
    void the_catalogue_has_ids_of_the_documented_shape() {
        assertThat(TradeCatalogue.standard().match("kghy_01", "kghy_0101")).isTrue();
        assertThat(TradeCatalogue.standard().all())
                .allSatisfy(trade -> assertThat(trade.id()).matches("kghy_[0-9]{2}"));
    }

    private static String other(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }
}
