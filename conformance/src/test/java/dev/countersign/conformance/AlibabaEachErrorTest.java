package dev.countersign.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.tencentcloudapi.common.Credential;
import dev.countersign.conformance.AlibabaSdk.Shown;
import dev.countersign.conformance.AlibabaSdk.Target;
import dev.countersign.gateway.dialect.alibaba.AlibabaOptions.Answerer;
import dev.countersign.product.alibaba.dypnsapi.v20170525.DypnsOptions.Manners;
import dev.countersign.server.Countersign.DevOptions;
import dev.countersign.server.config.AlibabaConfig;
import dev.countersign.value.RequestId;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Each error of a migration, by a real condition, as each official SDK for Java shows it in every manner that it has.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlibabaEachErrorTest {
    private static final String SPACE = "cams-dev-1";
    private static final int MORE_THAN_TEN_A_SECOND = 400;

    private final DevServer server;
    private final DevServer outer;
    private final DevServer gateway;
    private final DevServer product;
    private final DevServer ahead;
    private int numbers = 61_000_000;

    AlibabaEachErrorTest(@TempDir Path directory) {
        this.server = DevServer.start(directory.resolve("server"));
        this.outer = DevServer.start(
                DevOptions.at(directory.resolve("outer")).relaxed().alibaba(answering(Answerer.GATEWAY)));
        this.gateway =
                DevServer.start(DevOptions.at(directory.resolve("gateway")).alibaba(answering(Answerer.GATEWAY)));
        this.product =
                DevServer.start(DevOptions.at(directory.resolve("product")).alibaba(answering(Answerer.PRODUCT)));
        this.ahead = DevServer.start(DevOptions.at(directory.resolve("ahead"))
                .given(
                        InstantSource.offset(InstantSource.system(), Duration.ofMinutes(16)),
                        RequestId.from(new SecureRandom())));
    }

    private static AlibabaConfig answering(Answerer answerer) {
        return new AlibabaConfig(answerer, answerer, Manners.OBSERVED, false, Set.of());
    }

    @AfterAll
    void stop() {
        List.of(server, outer, gateway, product, ahead).forEach(DevServer::close);
    }

    static List<AlibabaSdk> manners() {
        return AlibabaSdks.all();
    }

    private static Shown refused(
            AlibabaSdk manner, int port, Credential key, String action, Map<String, String> parameters) {
        return Objects.requireNonNull(
                catchThrowableOfType(Shown.class, () -> manner.call(port, key, Target.cams(action), parameters)));
    }

    private Shown refused(AlibabaSdk manner, String action, Map<String, String> parameters) {
        return refused(manner, server.port(), DevServer.ALICE, action, parameters);
    }

    private static void shows(Shown shown, String code, String text) {
        assertThat(shown.code()).isEqualTo(code);
        assertThat(shown.text()).contains(text);
    }

    /// A number that was added, and nothing more.
    private String added(AlibabaSdk manner) throws Exception {
        String national = Integer.toString(numbers++);
        ok(
                manner,
                "CreateChatappMigrationInitiate",
                Map.of("CustSpaceId", SPACE, "MobileNumber", national, "CountryCode", "852"));
        return "852" + national;
    }

    private void ok(AlibabaSdk manner, String action, Map<String, String> parameters) throws Exception {
        assertThat(manner.call(server.port(), DevServer.ALICE, Target.cams(action), parameters)
                        .get("Code"))
                .isEqualTo("OK");
    }

    private static Map<String, String> asking(String space, String number) {
        return Map.of("CustSpaceId", space, "PhoneNumber", number, "Locale", "en", "Method", "sms");
    }

    @ParameterizedTest
    @MethodSource("manners")
    void those_of_the_migration_itself(AlibabaSdk manner) throws Exception {
        shows(
                refused(manner, "GetMigrationVerifyCode", asking(SPACE, "85269999999")),
                "PhoneNumber.NotFound",
                "The phone number has not been added to the space.");
        for (String space : List.of("cams-nobody", "cams-other-1")) {
            shows(
                    refused(manner, "GetMigrationVerifyCode", asking(space, "85269999999")),
                    "Unknown.ResourceOwnerId",
                    "The resource does not belong to the current user.");
        }
        String number = added(manner);
        Map<String, String> named = Map.of("CustSpaceId", SPACE, "PhoneNumber", number);
        shows(
                refused(manner, "ChatappMigrationRegister", named),
                "PhoneNumber.StatusInvalid",
                "The status of the phone number does not allow the operation.");
        shows(
                refused(
                        manner,
                        "GetMigrationVerifyCode",
                        Map.of("CustSpaceId", SPACE, "PhoneNumber", number, "Locale", "en", "Method", "owl")),
                "InvalidParameter.Method",
                "The specified method is neither sms nor voice.");
        ok(manner, "GetMigrationVerifyCode", asking(SPACE, number));
        shows(
                refused(manner, "GetMigrationVerifyCode", asking(SPACE, number)),
                "System.LimitControl",
                "The system is under flow control.");
        String code = server.code(number);
        String wrong = (code.startsWith("0") ? "1" : "0") + code.substring(1);
        shows(
                refused(
                        manner,
                        "ChatappMigrationVerified",
                        Map.of("CustSpaceId", SPACE, "PhoneNumber", number, "VerifyCode", wrong)),
                "VerifyCode.Invalid",
                "The verification code is wrong, expired, used, or was never sent.");
        shows(
                refused(manner, "ChatappMigrationVerified", named),
                "MissingVerifyCode",
                "VerifyCode is mandatory for this action.");
    }

    @ParameterizedTest
    @MethodSource("manners")
    void one_who_has_not_subscribed(AlibabaSdk manner) {
        shows(
                refused(manner, server.port(), DevServer.BARE, "QueryChatappPhoneNumbers", Map.of()),
                "Product.Unsubscript",
                "You have not subscribed to the specified product.");
    }

    @ParameterizedTest
    @MethodSource("manners")
    void a_denial_as_the_product_and_as_the_gateway_words_it(AlibabaSdk manner) {
        Shown own =
                refused(manner, server.port(), DevServer.BOB, "GetMigrationVerifyCode", asking(SPACE, "85269999999"));
        shows(own, "Ram.PermissionDeny", "You are not authorized to perform the operation.");
        detailed(manner, own);
        Shown before =
                refused(manner, outer.port(), DevServer.BOB, "GetMigrationVerifyCode", asking(SPACE, "85269999999"));
        shows(before, "NoPermission", "You are not authorized to do this action.");
        detailed(manner, before);
    }

    private static void detailed(AlibabaSdk manner, Shown denial) {
        assertThat(denial.denied().get("AuthAction")).as(manner.toString()).isEqualTo("cams:GetMigrationVerifyCode");
        assertThat(denial.denied().get("AuthPrincipalDisplayName")).isEqualTo("100000000012");
        assertThat(denial.denied().get("NoPermissionType")).isEqualTo("ImplicitDeny");
    }

    @ParameterizedTest
    @MethodSource("manners")
    void too_many_calls_in_a_second_as_the_gateway_and_as_the_product_words_it(AlibabaSdk manner) {
        shows(throttled(manner, gateway), "Throttling.User", "Request was denied due to user flow control.");
        shows(throttled(manner, product), "System.LimitControl", "The system is under flow control.");
    }

    private static Shown throttled(AlibabaSdk manner, DevServer limiting) {
        for (int i = 0; i < MORE_THAN_TEN_A_SECOND; i++) {
            Shown shown = catchThrowableOfType(
                    Shown.class,
                    () -> manner.call(
                            limiting.port(),
                            DevServer.ALICE,
                            Target.cams("QueryChatappBindWaba"),
                            Map.of("CustSpaceId", SPACE)));
            if (shown != null) {
                return shown;
            }
        }
        throw new AssertionError("nothing was refused");
    }

    @ParameterizedTest
    @MethodSource("manners")
    void a_wrong_secret(AlibabaSdk manner) {
        Shown shown = refused(
                manner,
                server.port(),
                new Credential(DevServer.ALICE.getSecretId(), "wrong"),
                "GetMigrationVerifyCode",
                asking(SPACE, "85269999999"));
        boolean first = manner.toString().contains("V1") || manner.toString().contains("V2");
        shows(
                shown,
                "SignatureDoesNotMatch",
                first
                        ? "Specified signature is not matched with our calculation. server string to sign is:"
                        : "Specified signature does not match our calculation. server StringToSign is [");
    }

    @ParameterizedTest
    @EnumSource(LegacyManner.class)
    void a_wrong_secret_which_the_old_sdk_tells_from_a_fault_of_its_own(LegacyManner manner) {
        Shown shown = Objects.requireNonNull(catchThrowableOfType(
                Shown.class,
                () -> manner.generated(
                        server.port(),
                        new Credential(DevServer.ALICE.getSecretId(), "wrong"),
                        Target.cams("GetMigrationVerifyCode"),
                        asking(SPACE, "85269999999"))));
        assertThat(shown.code())
                .isEqualTo(manner.name().contains("V1") ? "SDK.InvalidAccessKeySecret" : "SignatureDoesNotMatch");
    }

    @ParameterizedTest
    @MethodSource("manners")
    void a_key_that_nobody_has(AlibabaSdk manner) {
        shows(
                refused(manner, server.port(), new Credential("LTAInobody", "x"), "ChatappSyncPhoneNumber", Map.of()),
                "InvalidAccessKeyId.NotFound",
                "Specified access key is not found.");
    }

    @ParameterizedTest
    @MethodSource("manners")
    void a_call_that_was_made_before(AlibabaSdk manner) throws Exception {
        try (RepeatingProxy proxy = new RepeatingProxy(server.port())) {
            shows(
                    refused(
                            manner,
                            proxy.port(),
                            DevServer.ALICE,
                            "QueryChatappBindWaba",
                            Map.of("CustSpaceId", SPACE)),
                    "SignatureNonceUsed",
                    "Specified signature nonce was used already.");
        }
    }

    @ParameterizedTest
    @MethodSource("manners")
    void a_call_that_is_too_old(AlibabaSdk manner) {
        shows(
                refused(manner, ahead.port(), DevServer.ALICE, "QueryChatappBindWaba", Map.of("CustSpaceId", SPACE)),
                "InvalidTimeStamp.Expired",
                "Specified time stamp or date value is expired.");
    }

    @ParameterizedTest
    @MethodSource("manners")
    void an_action_and_a_version_that_do_not_exist(AlibabaSdk manner) {
        shows(
                refused(manner, "BeeBotChat", Map.of()),
                "InvalidAction.NotFound",
                "Specified api is not found, please check your url and method.");
        Shown version = Objects.requireNonNull(catchThrowableOfType(
                Shown.class,
                () -> manner.call(
                        server.port(),
                        DevServer.ALICE,
                        new Target("GetMigrationVerifyCode", "2020-06-07"),
                        asking(SPACE, "85269999999"))));
        shows(version, "InvalidVersion", "Specified parameter Version is not valid.");
    }
}
