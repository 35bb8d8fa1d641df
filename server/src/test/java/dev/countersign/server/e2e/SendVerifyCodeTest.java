package dev.countersign.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.server.Countersign;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Outcome;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each code that the page of `SendVerifyCode` publishes, reached by a real condition.
class SendVerifyCodeTest {
    @TempDir
    static Path directory;

    private static Countersign server;
    private static DevClient client;
    private static final AtomicInteger NUMBERS = new AtomicInteger(61_000_000);

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

    private static String fresh() {
        return Integer.toString(NUMBERS.incrementAndGet());
    }

    private static Outcome send(String countryCode, String number) {
        return client.call("SendVerifyCode", "CountryCode", countryCode, "PhoneNum", number);
    }

    @Test
    void the_pages_example_succeeds_as_it_is_printed() {
        assertThat(client.call(DevClient.ROOT, "SendVerifyCode", """
                {
                    "CountryCode": "852",
                    "PhoneNum": "18888888888"
                }
                """).code()).isEqualTo("ok");
        assertThat(client.newest("85218888888888", "text")).contains(client.code("85218888888888"));
    }

    @Test
    void a_second_code_within_60_seconds_is_too_soon() {
        String number = fresh();
        assertThat(send("852", number).code()).isEqualTo("ok");
        Outcome refused = send("852", number);
        assertThat(refused.code()).isEqualTo("FailedOperation.SendVerifyCodeLimit60");
        assertThat(refused.message())
                .isEqualTo("The interval for sending SMS verification codes should be greater than 60 seconds."
                        + " Please try again later.");
        client.advance("60s");
        assertThat(send("852", number).code()).isEqualTo("ok");
    }

    @Test
    void a_sixth_code_within_an_hour_is_too_many() {
        String number = fresh();
        for (int i = 0; i < 5; i++) {
            assertThat(send("852", number).code()).isEqualTo("ok");
            client.advance("61s");
        }
        Outcome refused = send("852", number);
        assertThat(refused.code()).isEqualTo("FailedOperation.SendVerifyCodeLimit");
        assertThat(refused.message()).isEqualTo("Verification codes are sent too frequently. Please try again later.");
        client.advance("1h");
        assertThat(send("852", number).code()).isEqualTo("ok");
    }

    @Test
    void a_number_that_holds_five_accounts_gets_no_code() {
        String number = fresh();
        Accounts accounts = new Accounts(client);
        for (int i = 0; i < 5; i++) {
            assertThat(send("852", number).code()).isEqualTo("ok");
            assertThat(accounts.create("852", number, client.nextCode("852" + number))
                            .code())
                    .isEqualTo("ok");
            client.advance("1h");
        }
        Outcome refused = send("852", number);
        assertThat(refused.code()).isEqualTo("FailedOperation.PhoneBindUpper");
        assertThat(refused.message())
                .isEqualTo("The number of registered accounts for the current mobile number has reached the maximum"
                        + " limit. Please change the phone number and try again.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "380", "86"})
    void areas_without_service_are_refused(String countryCode) {
        Outcome refused = send(countryCode, "13800000000");
        assertThat(refused.code()).isEqualTo("InvalidParameterValue.UnSupportArea");
        assertThat(refused.message())
                .isEqualTo("The current region does not support creating a Tencent Cloud International account.");
    }

    @ParameterizedTest
    @CsvSource({
        "999, 1234567",
        "0852, 1234567",
        "+852, 1234567",
        "8522, 1234567",
        "'', 1234567",
        "852, +1234567",
        "852, ''",
        "852, 12345x",
        "852, 123456789012345678901234567890123"
    })
    void values_that_are_no_number_are_invalid(String countryCode, String number) {
        Outcome refused = send(countryCode, number);
        assertThat(refused.code()).isEqualTo("InvalidParameterValue");
        assertThat(refused.message()).isEqualTo("Invalid parameter value.");
    }

    @Test
    void one_digit_and_thirty_two_digits_are_numbers() {
        assertThat(send("852", "1").code()).isEqualTo("ok");
        assertThat(send("852", "12345678901234567890123456789012").code()).isEqualTo("ok");
    }

    @Test
    void ways_of_writing_a_number_share_one_limit() {
        assertThat(send("44", "7911123456").code()).isEqualTo("ok");
        assertThat(send("44", "07911123456").code()).isEqualTo("FailedOperation.SendVerifyCodeLimit60");
    }

    @Test
    void another_tenant_has_limits_of_its_own() {
        String number = fresh();
        assertThat(send("852", number).code()).isEqualTo("ok");
        assertThat(client.call(
                                DevClient.OTHER,
                                "SendVerifyCode",
                                DevClient.fields("CountryCode", "852", "PhoneNum", number))
                        .code())
                .isEqualTo("ok");
    }

    @Test
    void a_refused_send_sends_nothing() {
        String number = fresh();
        assertThat(send("852", number).code()).isEqualTo("ok");
        client.code("852" + number);
        assertThat(send("852", number).code()).isNotEqualTo("ok");
        client.call("SendVerifyCode", "CountryCode", "852", "PhoneNum", fresh());
        client.code("852" + NUMBERS.get());
        assertThat(client.messages("852" + number)).isOne();
    }

    @Test
    void the_message_is_in_the_language_of_the_call() {
        String number = fresh();
        assertThat(send("852", number).code()).isEqualTo("ok");
        assertThat(client.newest("852" + number, "text")).contains("is your code to register an account");
        assertThat(client.newest("852" + number, "locale")).isEqualTo("en");
        assertThat(client.newest("852" + number, "purpose")).isEqualTo("registration");
    }
}
