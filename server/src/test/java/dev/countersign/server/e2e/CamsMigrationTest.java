package dev.countersign.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.wire.Value;
import dev.countersign.server.Countersign;
import dev.countersign.testkit.Race;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Answer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A number moves in, or is added, over the wire: from the first call to registered.
class CamsMigrationTest {
    private static final String HERE = "cams-dev-1";
    private static final String THERE = "cams-other-1";
    private static final String NUMBER = "8613800001234";

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

    /// A call of tenant `dev` that succeeds.
    private Answer call(String action, String... parameters) {
        return done(client.cams(DevClient.ROOT, action, parameters));
    }

    private static Answer done(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text("Code")).isEqualTo("OK");
        assertThat(answer.text("AccessDeniedDetail")).isEqualTo("None");
        return answer;
    }

    private Answer about(String action, String number, String... more) {
        return call(action, parameters(HERE, number, more));
    }

    private static String[] parameters(String space, String number, String... more) {
        String[] all = new String[more.length + 4];
        System.arraycopy(new String[] {"CustSpaceId", space, "PhoneNumber", number}, 0, all, 0, 4);
        System.arraycopy(more, 0, all, 4, more.length);
        return all;
    }

    private Answer initiate(String national) {
        return call(
                "CreateChatappMigrationInitiate", "CustSpaceId", HERE, "MobileNumber", national, "CountryCode", "86");
    }

    private Answer ask(String number) {
        return about("GetMigrationVerifyCode", number, "Locale", "zh_CN", "Method", "sms");
    }

    private static Value.Fields data(Answer answer) {
        return (Value.Fields) ((Value.Fields) answer.body()).fields().get("Data");
    }

    private static String data(Answer answer, String name) {
        return ((Value.Text) data(answer).fields().get(name)).text();
    }

    private static List<String> members(Value value) {
        return List.copyOf(((Value.Fields) value).fields().keySet());
    }

    private List<Value> numbers(DevClient.Key key, String... parameters) {
        Answer answer = done(client.cams(key, "QueryChatappPhoneNumbers", parameters));
        return ((Value.Items) ((Value.Fields) answer.body()).fields().get("PhoneNumbers")).items();
    }

    private String refusal(String action, String... parameters) {
        Answer answer = client.cams(DevClient.ROOT, action, parameters);
        return answer.status() + " " + answer.text("Code");
    }

    @Test
    void a_number_moves_in_from_initiated_to_registered() {
        Answer initiated = initiate("13800001234");
        assertThat(members(initiated.body()))
                .containsExactly("RequestId", "Code", "Message", "Data", "AccessDeniedDetail");
        assertThat(initiated.text("Message")).isEqualTo("SUCCESS");
        assertThat(members(data(initiated))).containsExactly("PhoneNumber", "Id", "Status");
        assertThat(data(initiated, "PhoneNumber")).isEqualTo(NUMBER);
        assertThat(data(initiated, "Status")).isEqualTo("MIGRATING");
        String id = data(initiated, "Id");
        assertThat(id).matches("[0-9]{12}");

        Answer before = about("GetPhoneNumberVerificationStatus", NUMBER);
        assertThat(before.text("Message")).isEqualTo("None");
        assertThat(members(data(before))).containsExactly("CodeVerificationStatus", "PhoneNumber", "Id");
        assertThat(data(before, "CodeVerificationStatus")).isEqualTo("NOT_VERIFIED");

        Answer asked = ask(NUMBER);
        assertThat(members(asked.body())).containsExactly("RequestId", "Code", "Message", "Data", "AccessDeniedDetail");
        assertThat(asked.text("Message")).isEqualTo("None");
        assertThat(data(asked)).isEqualTo(DevClient.fields("PhoneNumber", NUMBER, "Id", id));

        String code = client.code(NUMBER);
        assertThat(asked.text()).doesNotContain(code);
        Answer verified = about("ChatappMigrationVerified", NUMBER, "VerifyCode", code);
        assertThat(verified.text("Message")).isEqualTo("SUCCESS");
        assertThat(data(verified)).isEqualTo(DevClient.fields("PhoneNumber", NUMBER, "Id", id));
        assertThat(data(about("GetPhoneNumberVerificationStatus", NUMBER), "CodeVerificationStatus"))
                .isEqualTo("VERIFIED");

        Answer registered = about("ChatappMigrationRegister", NUMBER);
        assertThat(members(registered.body())).containsExactly("RequestId", "Code", "Message", "AccessDeniedDetail");
        assertThat(registered.text("Message")).isEqualTo("SUCCESS");
        Answer synced = call("ChatappSyncPhoneNumber", "CustSpaceId", HERE);
        assertThat(synced.text("Success")).isEqualTo("true");
        assertThat(((Value.Fields) synced.body()).fields().get("PhoneNumbers"))
                .isEqualTo(new Value.Items(List.of(DevClient.fields(
                        "PhoneNumber", NUMBER,
                        "Status", "CONNECTED",
                        "CodeVerificationStatus", "VERIFIED",
                        "IsOfficial", "N"))));
        assertThat(numbers(DevClient.ROOT, "CustSpaceId", HERE))
                .containsExactly(DevClient.fields(
                        "PhoneNumber", NUMBER,
                        "Status", "CONNECTED",
                        "CodeVerificationStatus", "VERIFIED",
                        "QualityRating", "UNKNOWN",
                        "IsOfficial", "N"));
    }

    @Test
    void a_new_number_is_added_registered_let_go_and_registered_again() {
        Answer added = call(
                "AddChatappPhoneNumber",
                parameters(HERE, "13800005678", "Cc", "86", "VerifiedName", "Alibaba", "PreValidateId", "102039"));
        assertThat(members(added.body()))
                .containsExactly("RequestId", "Code", "Message", "Success", "AccessDeniedDetail");
        assertThat(added.text("Success")).isEqualTo("true");
        assertThat(added.text("Message")).isEqualTo("None");
        String number = "8613800005678";
        assertThat(about("GetChatappVerifyCode", number, "Locale", "en_US", "Method", "SMS")
                        .text("Success"))
                .isEqualTo("true");
        assertThat(about("ChatappVerifyAndRegister", number, "VerifyCode", client.code(number))
                        .text("Success"))
                .isEqualTo("true");
        Answer let = about("ChatappPhoneNumberDeregister", number);
        assertThat(members(let.body())).containsExactly("RequestId", "Code", "Message", "AccessDeniedDetail");
        assertThat(numbers(DevClient.ROOT, "Status", "DISCONNECTED")).hasSize(1);
        assertThat(about("ChatappPhoneNumberRegister", number).text("Success")).isEqualTo("true");
        assertThat(numbers(DevClient.ROOT))
                .containsExactly(DevClient.fields(
                        "PhoneNumber", number,
                        "VerifiedName", "Alibaba",
                        "Status", "CONNECTED",
                        "CodeVerificationStatus", "VERIFIED",
                        "QualityRating", "UNKNOWN",
                        "IsOfficial", "N"));
    }

    @Test
    void a_number_that_moves_leaves_the_space_of_the_other_tenant() {
        connect();
        done(client.cams(DevClient.OTHER, "ChatappBindWaba", "WabaId", "33993123"));
        done(client.cams(
                DevClient.OTHER,
                "CreateChatappMigrationInitiate",
                "CustSpaceId",
                THERE,
                "MobileNumber",
                "13800001234",
                "CountryCode",
                "86"));
        client.advance("61s");
        done(client.cams(
                DevClient.OTHER, "GetMigrationVerifyCode", parameters(THERE, NUMBER, "Locale", "en", "Method", "sms")));
        assertThat(client.newest(NUMBER, "purpose")).isEqualTo("migration");
        done(client.cams(
                DevClient.OTHER,
                "ChatappMigrationVerified",
                parameters(THERE, NUMBER, "VerifyCode", client.nextCode(NUMBER))));
        done(client.cams(DevClient.OTHER, "ChatappMigrationRegister", parameters(THERE, NUMBER)));

        assertThat(numbers(DevClient.OTHER, "Status", "connected")).hasSize(1);
        assertThat(numbers(DevClient.ROOT, "Status", "MIGRATED")).hasSize(1);
        assertThat(refusal("ChatappPhoneNumberDeregister", parameters(HERE, NUMBER)))
                .isEqualTo("400 PhoneNumber.StatusInvalid");
    }

    /// Connects the number with tenant `dev`.
    private void connect() {
        initiate("13800001234");
        ask(NUMBER);
        about("ChatappMigrationVerified", NUMBER, "VerifyCode", client.nextCode(NUMBER));
        about("ChatappMigrationRegister", NUMBER);
    }

    @Test
    void a_proof_is_good_for_14_days_of_the_virtual_clock() {
        initiate("13800001234");
        ask(NUMBER);
        about("ChatappMigrationVerified", NUMBER, "VerifyCode", client.nextCode(NUMBER));
        client.advance("335h");
        assertThat(data(about("GetPhoneNumberVerificationStatus", NUMBER), "CodeVerificationStatus"))
                .isEqualTo("VERIFIED");
        assertThat(numbers(DevClient.ROOT, "Status", "VERIFIED")).hasSize(1);
        client.advance("1h");
        assertThat(data(about("GetPhoneNumberVerificationStatus", NUMBER), "CodeVerificationStatus"))
                .isEqualTo("NOT_VERIFIED");
        assertThat(numbers(DevClient.ROOT, "Status", "VERIFIED")).isEmpty();
        assertThat(numbers(DevClient.ROOT, "Status", "unverified")).hasSize(1);
        assertThat(refusal("ChatappMigrationRegister", parameters(HERE, NUMBER)))
                .isEqualTo("400 PhoneNumber.StatusInvalid");

        ask(NUMBER);
        about("ChatappMigrationVerified", NUMBER, "VerifyCode", client.nextCode(NUMBER));
        about("ChatappMigrationRegister", NUMBER);
        client.advance("337h");
        about("ChatappPhoneNumberDeregister", NUMBER);
        assertThat(refusal("ChatappPhoneNumberRegister", parameters(HERE, NUMBER)))
                .isEqualTo("400 PhoneNumber.StatusInvalid");
    }

    @ParameterizedTest
    @CsvSource({"8613800001234", "+8613800001234", "' 8613800001234'", "008613800001234"})
    void the_ways_of_writing_a_number_meet_in_one(String written) {
        String id = data(
                call(
                        "CreateChatappMigrationInitiate",
                        "CustSpaceId",
                        HERE,
                        "MobileNumber",
                        "13800001234",
                        "CountryCode",
                        "+86"),
                "Id");
        assertThat(data(ask(written))).isEqualTo(DevClient.fields("PhoneNumber", NUMBER, "Id", id));
        call("AddChatappPhoneNumber", parameters(HERE, "13800001234", "Cc", "86", "VerifiedName", "Alibaba"));
        assertThat(data(about("GetPhoneNumberVerificationStatus", written), "Id"))
                .isEqualTo(id);
        assertThat(numbers(DevClient.ROOT)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "en, en, is your code to migrate this phone number",
        "zh_CN, zh_CN, 是您迁移此号码的验证码",
        "zh_TW, zh_TW, 是您移轉此號碼的驗證碼",
        "zh_HK, zh_TW, 是您移轉此號碼的驗證碼",
        "id, id, kode Anda untuk memindahkan nomor telepon ini",
        "pt_BR, en, is your code to migrate this phone number",
        "rw_RW, en, is your code to migrate this phone number",
        "x y, en, is your code to migrate this phone number"
    })
    void the_message_comes_in_the_locale_that_was_asked_for_or_in_english(String locale, String language, String text) {
        initiate("13800001234");
        about("GetMigrationVerifyCode", NUMBER, "Locale", locale, "Method", "sms");
        assertThat(client.newest(NUMBER, "text"))
                .startsWith(client.code(NUMBER))
                .contains(text);
        assertThat(client.newest(NUMBER, "locale")).isEqualTo(locale);
        assertThat(client.newest(NUMBER, "language")).isEqualTo(language);
        assertThat(client.newest(NUMBER, "channel")).isEqualTo("sms");
        assertThat(client.newest(NUMBER, "purpose")).isEqualTo("migration");
    }

    @ParameterizedTest
    @CsvSource({
        "en, voice, is your code to add this phone number",
        "zh_CN, VOICE, 是您添加此号码的验证码",
        "zh_TW, Voice, 是您新增此號碼的驗證碼",
        "id, voice, kode Anda untuk menambahkan nomor telepon ini"
    })
    void a_call_speaks_the_digits_one_by_one(String locale, String method, String text) {
        call("AddChatappPhoneNumber", parameters(HERE, "13800001234", "Cc", "86", "VerifiedName", "Alibaba"));
        about("GetChatappVerifyCode", NUMBER, "Locale", locale, "Method", method);
        String spoken = String.join(" ", client.code(NUMBER).split(""));
        assertThat(client.newest(NUMBER, "text")).startsWith(spoken).contains(text);
        assertThat(client.newest(NUMBER, "channel")).isEqualTo("voice");
        assertThat(client.newest(NUMBER, "purpose")).isEqualTo("number-registration");
    }

    @Test
    void a_business_account_is_bound_before_a_number_comes() {
        String[] number = {"CustSpaceId", THERE, "MobileNumber", "13800001234", "CountryCode", "86"};
        Answer without = done(client.cams(DevClient.OTHER, "QueryChatappBindWaba", "CustSpaceId", THERE));
        assertThat(members(without.body()))
                .containsExactly("RequestId", "Code", "Message", "Success", "AccessDeniedDetail");
        assertThat(client.cams(DevClient.OTHER, "CreateChatappMigrationInitiate", number)
                        .text("Message"))
                .isEqualTo("No approved WhatsApp Business account is bound to the space.");

        Answer bound = done(client.cams(DevClient.OTHER, "ChatappBindWaba", "WabaId", "33993123"));
        assertThat(members(bound.body()))
                .containsExactly("RequestId", "Code", "Message", "Data", "Success", "AccessDeniedDetail");
        assertThat(bound.text("Message")).isEqualTo("None");
        assertThat(data(bound)).isEqualTo(DevClient.fields("CustSpaceId", THERE, "WabaId", "33993123"));
        assertThat(data(done(client.cams(DevClient.OTHER, "ChatappBindWaba", "WabaId", "33993124")), "CustSpaceId"))
                .matches("C[0-9]{14}");
        for (String[] parameters : List.of(new String[] {"CustSpaceId", THERE}, new String[] {"IsvCode", "a"})) {
            Answer asked = done(client.cams(DevClient.OTHER, "QueryChatappBindWaba", parameters));
            assertThat(asked.text("Message")).isEqualTo("SUCCESS");
            assertThat(asked.text("Success")).isEqualTo("true");
            assertThat(data(asked))
                    .isIn(
                            DevClient.fields("Id", "33993123", "AccountReviewStatus", "APPROVED"),
                            DevClient.fields("Id", "33993124", "AccountReviewStatus", "APPROVED"));
        }
        done(client.cams(DevClient.OTHER, "CreateChatappMigrationInitiate", number));
        assertThat(numbers(DevClient.OTHER)).hasSize(1);
    }

    @Test
    void of_many_that_give_the_right_code_back_at_once_one_is_answered_ok() {
        initiate("13800001234");
        ask(NUMBER);
        String code = client.code(NUMBER);
        List<String> answers = Race.of(
                12,
                n -> client.cams(
                                DevClient.ROOT,
                                "ChatappMigrationVerified",
                                parameters(HERE, NUMBER, "VerifyCode", code))
                        .text("Code"));
        assertThat(answers).containsOnlyOnce("OK");
        assertThat(answers).isSubsetOf("OK", "VerifyCode.Invalid", "PhoneNumber.StatusInvalid");
        about("ChatappMigrationRegister", NUMBER);
    }

    @Test
    void of_many_that_ask_for_a_code_at_once_one_sends_it() {
        initiate("13800001234");
        List<String> answers = Race.of(
                12,
                n -> client.cams(
                                DevClient.ROOT,
                                "GetMigrationVerifyCode",
                                parameters(HERE, NUMBER, "Locale", "en", "Method", "sms"))
                        .text("Code"));
        assertThat(answers).containsOnlyOnce("OK");
        assertThat(answers).isSubsetOf("OK", "System.LimitControl");
        assertThat(client.code(NUMBER)).hasSize(6);
        assertThat(client.messages(NUMBER)).isEqualTo(1);
    }
}
