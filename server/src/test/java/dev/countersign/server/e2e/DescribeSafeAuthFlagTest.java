package dev.countersign.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.server.Countersign;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Answer;
import dev.countersign.testkit.wire.DevClient.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The three actions that read a protection: every field, its type, and when it is there.
class DescribeSafeAuthFlagTest {
    private static final String OFFSITE = "{'VerifyFlag':0,'NotifyPhone':0,'NotifyEmail':0,'NotifyWechat':0,'Tips':0}";
    private static final String OFF = "{'Phone':0,'Token':0,'Stoken':0,'Wechat':0,'Custom':0}";

    @TempDir
    static Path directory;

    private static Countersign server;
    private static Mfa mfa;

    @BeforeAll
    static void start() {
        server = Countersign.dev(Countersign.DevOptions.at(directory).relaxed());
        mfa = new Mfa(new DevClient(server.port()));
    }

    @AfterAll
    static void stop() {
        mfa.client().close();
        server.close();
    }

    @Test
    void a_fresh_user_has_every_flag_at_zero() {
        Outcome coll = mfa.read(Mfa.BOB);
        assertThat(coll.fields())
                .containsOnlyKeys("LoginFlag", "ActionFlag", "OffsiteFlag", "PromptTrust", "RequestId");
        assertThat(Mfa.json(coll, "LoginFlag")).isEqualTo(OFF);
        assertThat(Mfa.json(coll, "ActionFlag")).isEqualTo(OFF);
        assertThat(Mfa.json(coll, "OffsiteFlag")).isEqualTo(OFFSITE);
        assertThat(Mfa.json(coll, "PromptTrust")).isEqualTo("0");

        Outcome own = mfa.call(DevClient.BARE, "DescribeSafeAuthFlag", "{}");
        assertThat(own.fields()).containsOnlyKeys("LoginFlag", "ActionFlag", "OffsiteFlag", "PromptTrust", "RequestId");
        assertThat(Mfa.json(own, "LoginFlag")).isEqualTo(OFF);

        Outcome intl = mfa.call(DevClient.BARE, "DescribeSafeAuthFlagIntl", "{}");
        assertThat(intl.fields()).containsOnlyKeys("LoginFlag", "ActionFlag", "OffsiteFlag", "RequestId");
        assertThat(Mfa.json(intl, "LoginFlag")).isEqualTo(OFF.replace("}", ",'Mail':0}"));
        assertThat(Mfa.json(intl, "OffsiteFlag")).isEqualTo(OFFSITE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Phone", "Token", "Stoken", "Wechat", "Custom", "Mail", "U2FToken", "Passkey"})
    void each_method_is_the_one_field_that_is_one(String method) {
        mfa.protect(Mfa.ALICE, method, "None");
        String plain = OFF.contains("'" + method + "'")
                ? OFF.replace("'" + method + "':0", "'" + method + "':1")
                : OFF.replace("}", ",'" + method + "':1}");
        String international = method.equals("Mail")
                ? plain
                : plain.replace("'Custom':0", "'Custom':0,'Mail':0").replace("'Custom':1", "'Custom':1,'Mail':0");

        assertThat(mfa.half(Mfa.ALICE, "LoginFlag")).isEqualTo(plain);
        assertThat(mfa.half(Mfa.ALICE, "ActionFlag")).isEqualTo(OFF);
        assertThat(Mfa.json(mfa.call(DevClient.ALICE, "DescribeSafeAuthFlag", "{}"), "LoginFlag"))
                .isEqualTo(plain);
        assertThat(Mfa.json(mfa.call(DevClient.ALICE, "DescribeSafeAuthFlagIntl", "{}"), "LoginFlag"))
                .isEqualTo(international);
    }

    @Test
    void offsite_and_trust_are_read_as_our_own_api_set_them() {
        mfa.user(77, "");
        Answer put = mfa.client()
                .rest(
                        "PUT",
                        "/v1/principals/77/protection",
                        "{\"offsite\":{\"verify\":true,\"notifyPhone\":false,\"notifyMail\":true,\"notifyWechat\":false,"
                                + "\"tips\":true},\"promptTrust\":true}");
        assertThat(put.status()).as(put.text()).isEqualTo(200);

        Outcome coll = mfa.read(77);
        assertThat(Mfa.json(coll, "OffsiteFlag"))
                .isEqualTo("{'VerifyFlag':1,'NotifyPhone':0,'NotifyEmail':1,'NotifyWechat':0,'Tips':1}");
        assertThat(Mfa.json(coll, "PromptTrust")).isEqualTo("1");
    }

    @Test
    void a_quoted_uin_is_taken_as_in_the_vendors_example() {
        assertThat(mfa.call(DevClient.ROOT, "DescribeSafeAuthFlagColl", "{'SubUin':'100000000012'}")
                        .code())
                .isEqualTo("ok");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4711", "100000000002", "100000000003"})
    void a_user_that_is_nobody_or_anothers_does_not_exist(String uin) {
        Outcome refused = mfa.call(DevClient.ROOT, "DescribeSafeAuthFlagColl", "{'SubUin':" + uin + "}");
        assertThat(refused.code()).isEqualTo("ResourceNotFound.UserNotExist");
        assertThat(refused.message()).isEqualTo("User does not exist.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1"})
    void what_can_be_no_uin_is_an_illegal_parameter(String uin) {
        Outcome refused = mfa.call(DevClient.ROOT, "DescribeSafeAuthFlagColl", "{'SubUin':" + uin + "}");
        assertThat(refused.code()).isEqualTo("InvalidParameter.ParamError");
        assertThat(refused.message()).isEqualTo("Invalid input parameter.");
    }

    @Test
    void reading_is_no_sensitive_call_and_needs_permission() {
        mfa.rules(true, false, false);
        assertThat(mfa.read(Mfa.ALICE).code()).isEqualTo("ok");
        mfa.rules(false, false, false);
        for (String action : new String[] {"DescribeSafeAuthFlag", "DescribeSafeAuthFlagIntl"}) {
            assertThat(mfa.call(DevClient.BOB, action, "{}").code()).isEqualTo("UnauthorizedOperation");
        }
    }
}
