package dev.countersign.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.server.Countersign;
import dev.countersign.testkit.Totp;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Outcome;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a second factor opens: a permanent key stays outside, the key of a session that showed one passes, and for
/// ten minutes only.
class SecondFactorTest {
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final String SERIAL = "qcs::cam:uin/100000000001::mfa/softToken";
    private static final String NO_FACTOR = "InvalidParameter.MFATokenError: Multi-factor Token verification failed.";
    private static final String NOT_SHOWN = "AuthFailure.MFAFailure: The multi-factor authentication (MFA) failed.";

    @TempDir
    Path directory;

    @Test
    void a_fresh_second_factor_opens_sensitive_calls_for_ten_minutes() {
        within(UnaryOperator.identity(), mfa -> {
            mfa.rules(true, false, false);
            assertThat(said(lower(mfa, DevClient.ALICE))).isEqualTo(NO_FACTOR);
            assertThat(said(add(mfa, DevClient.ALICE, "carol"))).isEqualTo(NOT_SHOWN);
            assertThat(said(attach(mfa, DevClient.ALICE))).isEqualTo(NOT_SHOWN);

            DevClient.Key key = session(mfa, DevClient.ALICE, Mfa.ALICE);
            assertThat(lower(mfa, key).code()).isEqualTo("ok");
            assertThat(add(mfa, key, "carol").code()).isEqualTo("ok");
            assertThat(attach(mfa, key).code()).isEqualTo("ok");
            mfa.client().advance("9m50s");
            assertThat(add(mfa, key, "dave").code()).isEqualTo("ok");

            mfa.client().advance("70s");
            assertThat(said(lower(mfa, key))).isEqualTo(NO_FACTOR);
            assertThat(said(add(mfa, key, "erin"))).isEqualTo(NOT_SHOWN);
            assertThat(mfa.call(key, "ListUsers", "{}").code())
                    .as("the key itself still lives")
                    .isEqualTo("ok");
            assertThat(add(mfa, session(mfa, DevClient.ALICE, Mfa.ALICE), "erin")
                            .code())
                    .as("whoever shows it anew")
                    .isEqualTo("ok");
        });
    }

    @Test
    void the_root_shows_one_too() {
        within(UnaryOperator.identity(), mfa -> {
            mfa.rules(true, false, false);
            assertThat(said(add(mfa, DevClient.ROOT, "carol"))).isEqualTo(NOT_SHOWN);
            assertThat(add(mfa, session(mfa, DevClient.ROOT, Mfa.ROOT), "carol").code())
                    .isEqualTo("ok");
        });
    }

    @Test
    void a_second_factor_gives_no_permission() {
        within(UnaryOperator.identity(), mfa -> {
            mfa.rules(true, false, false);
            Outcome read = mfa.call(DevClient.ROOT, "ListUsers", "{}");
            assertThat(read.code()).isEqualTo("ok");
            String document = "{\\'version\\':\\'2.0\\',\\'statement\\':[{\\'effect\\':\\'allow\\',"
                    + "\\'action\\':\\'sts:*\\',\\'resource\\':\\'*\\'}]}";
            DevClient.Key root = session(mfa, DevClient.ROOT, Mfa.ROOT);
            Outcome policy =
                    mfa.call(root, "CreatePolicy", "{'PolicyName':'sessions','PolicyDocument':'" + document + "'}");
            assertThat(policy.code()).as(policy.message()).isEqualTo("ok");
            String attached = "{'PolicyId':" + Mfa.json(policy, "PolicyId") + ",'AttachUin':" + Mfa.BOB + "}";
            assertThat(mfa.call(root, "AttachUserPolicy", attached).code()).isEqualTo("ok");

            DevClient.Key bob = session(mfa, DevClient.BOB, Mfa.BOB);
            assertThat(add(mfa, bob, "carol").code()).isEqualTo("UnauthorizedOperation");
            assertThat(lower(mfa, bob).code()).isEqualTo("UnauthorizedOperation");
        });
    }

    @Test
    void ones_own_protection_is_lowered_with_a_second_factor() {
        within(Countersign.DevOptions::guardingLowering, mfa -> {
            assertThat(mfa.set(DevClient.ALICE, "{'LoginFlag':{'Phone':1},'ActionFlag':{'Phone':1}}")
                            .code())
                    .isEqualTo("ok");
            assertThat(said(lower(mfa, DevClient.ALICE)))
                    .isEqualTo("FailedOperation.UserUnbindNoPermission: User does not have permission.");
            assertThat(mfa.half(Mfa.ALICE, "LoginFlag")).contains("'Phone':1");

            DevClient.Key key = session(mfa, DevClient.ALICE, Mfa.ALICE);
            assertThat(lower(mfa, key).code()).isEqualTo("ok");
            assertThat(mfa.half(Mfa.ALICE, "LoginFlag")).doesNotContain("1");
            assertThat(mfa.half(Mfa.ALICE, "ActionFlag"))
                    .as("the other half stays")
                    .contains("'Phone':1");
        });
    }

    private static Outcome lower(Mfa mfa, DevClient.Key key) {
        return mfa.set(key, "{'LoginFlag':{}}");
    }

    private static Outcome add(Mfa mfa, DevClient.Key key, String name) {
        return mfa.call(key, "AddUser", "{'Name':'" + name + "'}");
    }

    private static Outcome attach(Mfa mfa, DevClient.Key key) {
        return mfa.call(key, "AttachUserPolicy", "{'PolicyId':1,'AttachUin':" + Mfa.BOB + "}");
    }

    private static DevClient.Key session(Mfa mfa, DevClient.Key key, long uin) {
        assertThat(mfa.dev("PUT", "/dev/authenticators", "{'uin':" + uin + ",'totp':'" + SECRET + "'}")
                        .status())
                .isEqualTo(200);
        String code = Totp.code(SECRET, mfa.client().now());
        Outcome answer = mfa.client()
                .sts(key, "GetSessionToken", "{\"SerialNumber\":\"" + SERIAL + "\",\"TokenCode\":\"" + code + "\"}");
        assertThat(answer.code()).as(answer.message()).isEqualTo("ok");
        return DevClient.temporary(answer);
    }

    private static String said(Outcome outcome) {
        return outcome.code() + ": " + outcome.message();
    }

    private void within(UnaryOperator<Countersign.DevOptions> more, java.util.function.Consumer<Mfa> test) {
        Countersign.DevOptions options =
                more.apply(Countersign.DevOptions.at(directory).relaxed());
        try (Countersign server = Countersign.dev(options);
                DevClient client = new DevClient(server.port())) {
            test.accept(new Mfa(client));
        }
    }
}
