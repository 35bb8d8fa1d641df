package dev.countersign.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.server.Countersign;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `SetMfaFlag` over the signed wire: the page's example, each of its codes with its text, and what each half
/// becomes.
class SetMfaFlagTest {
    private static final String OFF = "{'Phone':0,'Token':0,'Stoken':0,'Wechat':0,'Custom':0}";
    private static final String PHONE = OFF.replace("'Phone':0", "'Phone':1");
    private static final String STOKEN = OFF.replace("'Stoken':0", "'Stoken':1");
    private static final String WECHAT = OFF.replace("'Wechat':0", "'Wechat':1");
    private static final String NO_USER = "ResourceNotFound.UserNotExist: User does not exist.";
    private static final String NOT_ALLOWED = "FailedOperation.UserUnbindNoPermission: User does not have permission.";
    private static final String NO_FACTOR = "InvalidParameter.MFATokenError: Multi-factor Token verification failed.";

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

    @BeforeEach
    void fresh() {
        mfa.dev("POST", "/dev/reset", "{}");
    }

    @Test
    void the_pages_example_answers_as_printed() {
        mfa.user(123, "'wechat':true");

        Outcome outcome = mfa.set(DevClient.ROOT, "{'OpUin': 123,'LoginFlag': {'Wechat': 1}}");

        assertThat(outcome.code()).isEqualTo("ok");
        assertThat(outcome.fields()).containsOnlyKeys("RequestId");
        assertThat(mfa.half(123, "LoginFlag")).isEqualTo(WECHAT);
        assertThat(mfa.half(123, "ActionFlag")).isEqualTo(OFF);
    }

    @Test
    void the_caller_itself_is_meant_when_nobody_is_named() {
        ok(mfa.set(DevClient.ALICE, "{'ActionFlag':{'Phone':1}}"));

        assertThat(mfa.half(Mfa.ALICE, "ActionFlag")).isEqualTo(PHONE);
        ok(mfa.set(DevClient.ROOT, "{'LoginFlag':{'Stoken':1}}"));
        assertThat(Mfa.json(mfa.call(DevClient.ROOT, "DescribeSafeAuthFlag", "{}"), "LoginFlag"))
                .isEqualTo(STOKEN);
    }

    @Test
    void a_flag_object_that_is_left_out_leaves_its_half_and_a_field_is_zero() {
        ok(alice("'LoginFlag':{'Phone':1},'ActionFlag':{'Wechat':1}"));
        ok(alice("'ActionFlag':{'Stoken':'1'}"));
        assertThat(halves()).isEqualTo(PHONE + STOKEN);
        ok(alice("'LoginFlag':{}"));
        assertThat(halves()).isEqualTo(OFF + STOKEN);
        ok(alice(""));
        assertThat(halves()).isEqualTo(OFF + STOKEN);
        ok(alice("'LoginFlag':null,'ActionFlag':{'Phone':null,'Stoken':0}"));
        assertThat(halves()).isEqualTo(OFF + OFF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Token", "Custom", "Mail", "U2FToken", "Passkey"})
    void what_is_set_clears_what_only_the_other_surfaces_set(String method) {
        mfa.protect(Mfa.ALICE, method, method);
        ok(alice("'LoginFlag':{'Stoken':1},'ActionFlag':{'Phone':0}"));
        assertThat(halves()).isEqualTo(STOKEN + OFF);
    }

    @Test
    void what_the_terraform_resource_writes_is_what_it_reads() {
        for (String flags : new String[] {
            "{'Phone':1,'Stoken':0,'Wechat':0}",
            "{'Phone':0,'Stoken':1,'Wechat':0}",
            "{'Phone':0,'Stoken':0,'Wechat':1}"
        }) {
            ok(alice("'LoginFlag':" + flags + ",'ActionFlag':" + flags));
            String read = flags.replace("'Stoken'", "'Token':0,'Stoken'").replace("}", ",'Custom':0}");
            assertThat(halves()).isEqualTo(read + read);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'LoginFlag':{'Phone':2}} | LoginFlag.Phone",
                "{'LoginFlag':{'Phone':-1}} | LoginFlag.Phone",
                "{'ActionFlag':{'Stoken':9223372036854775807}} | ActionFlag.Stoken",
                "{'LoginFlag':{'Phone':1,'Stoken':1}} | LoginFlag",
                "{'LoginFlag':{'Phone':1},'ActionFlag':{'Phone':1,'Stoken':1,'Wechat':1}} | ActionFlag",
                "{'LoginFlag':{'Phone':1},'ActionFlag':{'Wechat':3}} | ActionFlag.Wechat"
            })
    void other_values_and_two_ones_are_invalid_and_change_nothing(String body, String parameter) {
        assertThat(said(mfa.set(DevClient.ALICE, body)))
                .isEqualTo("InvalidParameterValue: A value specified in " + parameter
                        + " is not valid, is unsupported, or cannot be used.");
        assertThat(halves()).isEqualTo(OFF + OFF);
    }

    @Test
    void what_is_no_64_bit_number_has_the_wrong_type() {
        assertThat(alice("'LoginFlag':{'Phone':99999999999999999999}").code()).isEqualTo("InvalidParameter");
    }

    @Test
    void an_unknown_field_of_a_flag_is_named() {
        assertThat(said(alice("'LoginFlag':{'Custom':1}")))
                .isEqualTo("UnknownParameter: The parameter `LoginFlag.Custom` is not recognized.");
    }

    @Test
    void a_phone_that_is_not_bound_has_its_code_and_the_other_half_stays() {
        assertThat(said(bob("'LoginFlag':{'Stoken':1},'ActionFlag':{'Phone':1}")))
                .isEqualTo("FailedOperation.UserNotBindPhone: No mobile number is bound to the account");
        assertThat(mfa.half(Mfa.BOB, "LoginFlag")).isEqualTo(OFF);
    }

    @Test
    void a_wechat_that_is_not_bound_has_its_code_and_the_other_half_stays() {
        assertThat(said(bob("'LoginFlag':{'Wechat':1},'ActionFlag':{'Stoken':1}")))
                .isEqualTo("FailedOperation.UserNotBindWechat: No WeChat Account is bound to the account");
        assertThat(mfa.half(Mfa.BOB, "ActionFlag")).isEqualTo(OFF);
    }

    @Test
    void a_software_token_may_be_demanded_before_there_is_one() {
        ok(bob("'LoginFlag':{'Stoken':1}"));
        assertThat(mfa.half(Mfa.BOB, "LoginFlag")).isEqualTo(STOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4711", "100000000002", "9223372036854775807"})
    void a_user_that_is_nobody_or_anothers_does_not_exist(String uin) {
        assertThat(said(mfa.set(DevClient.ROOT, "{'OpUin':" + uin + ",'LoginFlag':{'Stoken':1}}")))
                .isEqualTo(NO_USER);
    }

    @Test
    void another_tenants_root_changes_nobody_here() {
        assertThat(said(mfa.set(DevClient.OTHER, "{'OpUin':" + Mfa.ALICE + ",'LoginFlag':{'Stoken':1}}")))
                .isEqualTo(NO_USER);
        assertThat(halves()).isEqualTo(OFF + OFF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "'0'"})
    void what_can_be_no_uin_is_no_user_object(String uin) {
        assertThat(said(mfa.set(DevClient.ROOT, "{'OpUin':" + uin + ",'LoginFlag':{'Stoken':1}}")))
                .isEqualTo("InvalidParameter.UserNotExist: User object does not exist");
    }

    @Test
    void a_user_never_changes_the_root() {
        assertThat(said(mfa.set(DevClient.ALICE, "{'OpUin':" + Mfa.ROOT + ",'LoginFlag':{'Stoken':1}}")))
                .isEqualTo(NOT_ALLOWED);
    }

    @Test
    void what_the_tenant_forces_is_changed_but_not_switched_off() {
        ok(alice("'LoginFlag':{'Phone':1},'ActionFlag':{'Phone':1}"));
        mfa.rules(false, true, false);

        assertThat(said(alice("'LoginFlag':{},'ActionFlag':{}"))).isEqualTo(NOT_ALLOWED);
        assertThat(halves()).isEqualTo(PHONE + PHONE);
        ok(alice("'LoginFlag':{'Wechat':1},'ActionFlag':{}"));
        assertThat(halves()).isEqualTo(WECHAT + OFF);
        mfa.rules(false, false, true);
        ok(alice("'LoginFlag':{},'ActionFlag':{}"));
        assertThat(halves()).isEqualTo(OFF + OFF);
    }

    @Test
    void where_calls_are_protected_a_permanent_key_never_passes() {
        mfa.rules(true, false, false);
        for (DevClient.Key key : new DevClient.Key[] {DevClient.ROOT, DevClient.ALICE}) {
            assertThat(said(mfa.set(key, "{'LoginFlag':{'Stoken':1}}"))).isEqualTo(NO_FACTOR);
        }
        assertThat(said(mfa.call(DevClient.ROOT, "DeleteUser", "{'Name':'bob'}")))
                .as("other sensitive calls have the common code")
                .isEqualTo("AuthFailure.MFAFailure: The multi-factor authentication (MFA) failed.");
        assertThat(halves()).isEqualTo(OFF + OFF);
        assertThat(mfa.read(Mfa.BOB).code()).isEqualTo("ok");
        ok(mfa.set(DevClient.OTHER, "{'LoginFlag':{'Stoken':1}}"));
        mfa.rules(false, false, false);
        ok(alice("'LoginFlag':{'Stoken':1}"));
    }

    @Test
    void permission_is_looked_at_before_everything_else() {
        mfa.rules(true, false, false);
        Outcome outcome = mfa.set(DevClient.BOB, "{'OpUin':0}");
        assertThat(outcome.code()).isEqualTo("UnauthorizedOperation");
        assertThat(outcome.message()).contains("(cam:SetMfaFlag)");
    }

    @Test
    void a_tenant_without_subscriptions_may_call_it() {
        ok(mfa.set(DevClient.BARE, "{'LoginFlag':{'Stoken':1}}"));
    }

    @Test
    void a_user_takes_its_protection_along() {
        ok(bob("'LoginFlag':{'Stoken':1}"));
        ok(mfa.call(DevClient.ROOT, "DeleteUser", "{'Name':'bob','Force':1}"));
        assertThat(said(bob("'LoginFlag':{}"))).isEqualTo(NO_USER);
        assertThat(mfa.dev("GET", "/dev/protection", "").text()).isEqualTo("[]");
    }

    @Test
    void a_factor_that_guards_stays_bound() {
        ok(alice("'LoginFlag':{'Wechat':1}"));
        assertThat(mfa.dev("PUT", "/dev/principals", "{'uin':" + Mfa.ALICE + ",'phone':'85261234567'}")
                        .status())
                .isEqualTo(409);
        assertThat(halves()).isEqualTo(WECHAT + OFF);
        ok(alice("'LoginFlag':{}"));
        mfa.user(Mfa.ALICE, "'phone':'85261234567'");
    }

    private static Outcome alice(String flags) {
        return about(Mfa.ALICE, flags);
    }

    private static Outcome bob(String flags) {
        return about(Mfa.BOB, flags);
    }

    private static Outcome about(long uin, String flags) {
        return mfa.set(DevClient.ALICE, "{'OpUin':" + uin + (flags.isEmpty() ? "" : "," + flags) + "}");
    }

    private static String halves() {
        return mfa.half(Mfa.ALICE, "LoginFlag") + mfa.half(Mfa.ALICE, "ActionFlag");
    }

    private static void ok(Outcome outcome) {
        assertThat(outcome.code()).as(outcome.message()).isEqualTo("ok");
    }

    private static String said(Outcome outcome) {
        return outcome.code() + ": " + outcome.message();
    }
}
