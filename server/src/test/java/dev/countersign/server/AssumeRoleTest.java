package dev.countersign.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.delivery.Bell;
import dev.countersign.gateway.Gateway;
import dev.countersign.gateway.Interventions;
import dev.countersign.gateway.Observer;
import dev.countersign.gateway.action.ActionRegistry;
import dev.countersign.gateway.action.Product;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.dialect.Dialect;
import dev.countersign.gateway.dialect.tencent.TencentDialect;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.gateway.wire.Value;
import dev.countersign.product.tencent.sts.v20180813.Sts;
import dev.countersign.server.config.Configuration;
import dev.countersign.server.config.GeneralConfig.Limits;
import dev.countersign.server.config.MasterKeys;
import dev.countersign.server.dev.DevWorld;
import dev.countersign.server.metrics.Metrics;
import dev.countersign.server.telephony.LibphonenumberPlan;
import dev.countersign.sts.AssumableRoles;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.TemporaryKey;
import dev.countersign.tenant.TemporaryKey.AssumedRole;
import dev.countersign.tenant.Tenant;
import dev.countersign.testkit.TestClock;
import dev.countersign.testkit.Totp;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Answer;
import dev.countersign.testkit.wire.DevClient.Outcome;
import dev.countersign.testkit.wire.Tc3;
import dev.countersign.totp.TotpSecret;
import dev.countersign.value.Bytes;
import dev.countersign.value.RequestId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `AssumeRole` from signed request to answer, over a real store and two roles that the test wrote down.
class AssumeRoleTest {
    private static final String ARN = "qcs::cam::uin/100000000001:roleName/dev-operator";
    private static final String SERIAL = "qcs::cam:uin/100000000001::mfa/softToken";
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final String POLICY = "{\"version\":\"2.0\",\"statement\":[{\"effect\":\"allow\"}]}";
    private static final long ID = 4_611_686_018_427_387_905L;
    private static final Principal ALICE = new Principal(100_000_000_011L, DevWorld.DEV, "alice", true);

    @TempDir
    Path directory;

    private final TestClock clock = TestClock.atNoon();
    private Storage storage;
    private Gateway gateway;
    private Product product;

    /// `dev-operator` trusts alice, `short` lives an hour, `partner` asks for an external id.
    private static final class WrittenRoles implements AssumableRoles {
        private static final List<Role> ROLES = List.of(
                new Role(ID, "dev-operator", Duration.ofHours(12)),
                new Role(ID + 1, "short", Duration.ofHours(1)),
                new Role(ID + 2, "partner", Duration.ofHours(12)),
                new Role(ID + 3, "closed", Duration.ofHours(12)));

        @Override
        public Optional<Role> find(long tenant, RoleName name) {
            return ROLES.stream()
                    .filter(role -> tenant == DevWorld.DEV)
                    .filter(role -> switch (name) {
                        case RoleName.Named named -> role.name().equals(named.name());
                        case RoleName.Numbered numbered -> role.id() == numbered.id();
                    })
                    .findFirst();
        }

        @Override
        public boolean mayAssume(Caller caller, Role role, Optional<String> externalId) {
            return caller.principal().uin() == ALICE.uin()
                    && !role.name().equals("closed")
                    && (!role.name().equals("partner") || externalId.equals(Optional.of("partner-7")));
        }

        @Override
        public boolean sound(String policy) {
            return policy.startsWith("{\"version\":\"2.0\"");
        }
    }

    @BeforeEach
    void start() {
        Given given = Given.system();
        Configuration configuration = Configuration.dev("127.0.0.1", 0, directory, Limits.RELAXED);
        new MasterKeys(Map.of()).createIfMissing(configuration.masterKey(), given.random());
        storage = Storage.open(configuration, Map.of(), given);
        storage.furnish(given.clock().instant());
        Rules rules = Rules.of(configuration, true);
        TemporaryAccess access = TemporaryAccess.wire(
                storage, rules, given, clock, new Alarms(new Metrics(Set.of())), new WrittenRoles());
        product = Sts.product(access.sessions());
        List<Dialect> dialects = List.of(new TencentDialect(rules.tencent()));
        Services services = new Services(
                new Bell(),
                new LibphonenumberPlan(),
                Guarding.wire(storage, false, given, clock),
                new ActionRegistry(List.of(product), dialects),
                dialects,
                access);
        gateway = services.gateway(storage, rules, given, clock, Observer.none(), Interventions.none());
        access.devices().assign(ALICE, TotpSecret.of(SECRET));
    }

    @AfterEach
    void stop() {
        storage.close();
    }

    private Outcome call(DevClient.Key key, String action, Map<String, Value> parameters) {
        Bytes body = Json.write(new Value.Fields(parameters));
        Instant at = Instant.now();
        String authorization = Tc3.authorization(key.id(), key.secret(), at, "application/json", "localhost", body);
        Response response = gateway.answer(new Request(
                "POST",
                "/",
                "",
                Headers.of(
                        "Host",
                        "localhost",
                        "Content-Type",
                        "application/json",
                        "X-TC-Action",
                        action,
                        "X-TC-Version",
                        "2018-08-13",
                        "X-TC-Timestamp",
                        Long.toString(at.getEpochSecond()),
                        "X-TC-Token",
                        key.token(),
                        "Authorization",
                        authorization),
                body,
                "192.0.2.1",
                false));
        return DevClient.outcome(new Answer(
                response.status(), Map.of(), response.body().toUtf8(), Json.read(response.body(), "answer")));
    }

    private Outcome assume(DevClient.Key key, String arn, Map<String, Value> more) {
        Map<String, Value> parameters = new LinkedHashMap<>();
        parameters.put("RoleArn", Value.text(arn));
        parameters.put("RoleSessionName", Value.text("nightly"));
        parameters.putAll(more);
        return call(key, "AssumeRole", parameters);
    }

    private Outcome assume(Map<String, Value> more) {
        return assume(DevClient.ALICE, ARN, more);
    }

    private TemporaryKey kept(Outcome answer) {
        assertThat(answer.code()).as(answer.message()).isEqualTo("ok");
        return storage.temporaryKeys()
                .find(DevClient.temporary(answer).id())
                .orElseThrow()
                .temporary();
    }

    private static void refused(Outcome outcome, String code, String message) {
        assertThat(outcome.code()).isEqualTo(code);
        assertThat(outcome.message()).isEqualTo(message);
    }

    private String app() {
        return Totp.code(SECRET, clock.instant());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void a_role_is_assumed_by_its_name_and_by_its_id() {
        for (String arn : List.of(ARN, "qcs::cam::uin/100000000001:role/" + ID)) {
            Outcome answer = assume(DevClient.ALICE, arn, Map.of());
            TemporaryKey carried = kept(answer);
            assertThat(carried)
                    .isEqualTo(new TemporaryKey(
                            clock.instant().plusSeconds(7_200),
                            Optional.of(new AssumedRole(ID, "dev-operator", "nightly")),
                            Optional.empty(),
                            Optional.empty()));
            assertThat(answer.text("Expiration")).isEqualTo("2026-11-22T14:00:00Z");
            assertThat(answer.fields().get("ExpiredTime"))
                    .isEqualTo(Value.number(carried.expiresAt().getEpochSecond()));
        }
    }

    @Test
    void the_key_says_that_it_is_a_role_and_whose() {
        Outcome who = call(DevClient.temporary(assume(Map.of())), "GetCallerIdentity", Map.of());
        assertThat(who.text("Type")).isEqualTo("CAMRole");
        assertThat(who.text("Arn")).isEqualTo("qcs::sts:100000000001:assumed-role/" + ID);
        assertThat(who.text("UserId")).isEqualTo(ID + ":nightly");
        assertThat(who.text("PrincipalId")).isEqualTo("100000000011");
        assertThat(who.text("AccountId")).isEqualTo("100000000001");
    }

    @Test
    void a_role_that_does_not_exist_looks_like_another_tenants() {
        String text = "The role corresponding to the account does not exist.";
        for (String arn : List.of(
                "qcs::cam::uin/100000000001:roleName/nobody",
                "qcs::cam::uin/100000000001:role/1",
                "qcs::cam::uin/100000000001:role/9999999999999999999",
                "qcs::cam::uin/100000000002:roleName/dev-operator",
                "qcs::cam::uin/100000000002:role/" + ID)) {
            refused(assume(DevClient.ALICE, arn, Map.of()), "ResourceNotFound.RoleNotFound", text);
        }
        refused(assume(DevClient.OTHER, ARN, Map.of()), "ResourceNotFound.RoleNotFound", text);
    }

    @Test
    void a_role_that_does_not_trust_the_caller_is_denied_in_the_vendors_words() {
        Outcome denied = assume(DevClient.ROOT, ARN, Map.of());
        assertThat(denied.code()).isEqualTo("UnauthorizedOperation");
        assertThat(denied.message())
                .endsWith("you are not authorized to perform operation (sts:AssumeRole)\nresource (" + ARN
                        + ") has no permission\n");
        assertThat(assume(DevClient.ALICE, ARN.replace("dev-operator", "closed"), Map.of())
                        .code())
                .isEqualTo("UnauthorizedOperation");
    }

    @Test
    void an_external_id_reaches_the_roles_trust() {
        String arn = ARN.replace("dev-operator", "partner");
        assertThat(assume(DevClient.ALICE, arn, Map.of()).code()).isEqualTo("UnauthorizedOperation");
        assertThat(assume(DevClient.ALICE, arn, Map.of("ExternalId", Value.text("other")))
                        .code())
                .isEqualTo("UnauthorizedOperation");
        assertThat(assume(DevClient.ALICE, arn, Map.of("ExternalId", Value.text("partner-7")))
                        .code())
                .isEqualTo("ok");
    }

    @Test
    void a_key_lives_twelve_hours_at_most_and_no_longer_than_its_role_allows() {
        for (long seconds : new long[] {43_201, 0, -1, Long.MAX_VALUE}) {
            refused(
                    assume(Map.of("DurationSeconds", Value.number(seconds))),
                    "InvalidParameter.OverTimeError",
                    "The expiration time exceeds the threshold.");
        }
        String arn = ARN.replace("dev-operator", "short");
        assertThat(assume(DevClient.ALICE, arn, Map.of("DurationSeconds", Value.number(3_601)))
                        .code())
                .isEqualTo("InvalidParameter.OverTimeError");
        assertThat(kept(assume(DevClient.ALICE, arn, Map.of("DurationSeconds", Value.number(3_600))))
                        .expiresAt())
                .isEqualTo(clock.instant().plusSeconds(3_600));
        assertThat(kept(assume(Map.of("DurationSeconds", Value.number(43_200)))).expiresAt())
                .isEqualTo(clock.instant().plusSeconds(43_200));
    }

    @Test
    void a_policy_comes_url_encoded_and_is_kept_as_text() {
        assertThat(kept(assume(Map.of("Policy", Value.text(encoded(POLICY))))).policy())
                .contains(POLICY);
    }

    @Test
    void what_is_no_policy_or_too_long_a_one_is_refused() {
        for (String policy : List.of("%zz", "%7", encoded("no policy"), encoded("{\"version\":\"1\"}"))) {
            refused(
                    assume(Map.of("Policy", Value.text(policy))),
                    "InvalidParameter.StrategyFormatError",
                    "Policy syntax error.");
        }
        String fits = POLICY + " ".repeat(6_144 - POLICY.length());
        assertThat(assume(Map.of("Policy", Value.text(encoded(fits)))).code()).isEqualTo("ok");
        refused(
                assume(Map.of("Policy", Value.text(encoded(fits + " ")))),
                "InvalidParameter.PolicyTooLong",
                "The policy is too long.");
    }

    @Test
    void a_code_with_the_call_makes_a_key_that_shows_a_second_factor() {
        TemporaryKey carried = kept(assume(Map.of("SerialNumber", Value.text(SERIAL), "TokenCode", Value.text(app()))));
        assertThat(carried.mfaAt()).contains(clock.instant());
    }

    @Test
    void the_key_of_a_session_shows_a_second_factor_and_when() {
        Outcome answer = call(
                DevClient.ALICE,
                "GetSessionToken",
                Map.of("SerialNumber", Value.text(SERIAL), "TokenCode", Value.text(app())));
        assertThat(kept(answer))
                .isEqualTo(new TemporaryKey(
                        clock.instant().plusSeconds(1_800),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(clock.instant())));
    }

    @Test
    void a_refused_call_uses_up_no_code_and_a_used_one_is_refused() {
        String code = app();
        Map<String, Value> factor = Map.of("SerialNumber", Value.text(SERIAL), "TokenCode", Value.text(code));
        assertThat(assume(DevClient.ALICE, ARN.replace("dev-operator", "closed"), factor)
                        .code())
                .isEqualTo("UnauthorizedOperation");
        assertThat(assume(factor).code()).isEqualTo("ok");
        refused(assume(factor), "FailedOperation.CheckMFAError", "MFA check failed.");
        clock.advance(Duration.ofSeconds(30));
        refused(
                assume(Map.of(
                        "SerialNumber",
                        Value.text(SERIAL),
                        "TokenCode",
                        Value.text(Totp.wrong(SECRET, clock.instant())))),
                "FailedOperation.CheckMFAError",
                "MFA check failed.");
        refused(
                assume(Map.of(
                        "SerialNumber",
                        Value.text("qcs::cam:uin/100000000001::mfa/phone"),
                        "TokenCode",
                        Value.text(app()))),
                "FailedOperation.MFATypeNotSupported",
                "The MFA type is not supported.");
    }

    @Test
    void what_can_not_be_read_is_a_wrong_parameter() {
        Value tag = new Value.Fields(Map.of("Key", Value.text("k"), "Value", Value.text("v")));
        Value tags = new Value.Items(IntStream.range(0, 51).mapToObj(n -> tag).collect(Collectors.toList()));
        List<Map<String, Value>> wrong = List.of(
                Map.of("RoleArn", Value.text("dev-operator")),
                Map.of("RoleArn", Value.text("qcs::cam::uin/100000000001:roleName/")),
                Map.of("RoleArn", Value.text("qcs::cam::uin/100000000001:role/0")),
                Map.of("RoleSessionName", Value.text("n")),
                Map.of("RoleSessionName", Value.text("a b")),
                Map.of("RoleSessionName", Value.text("n".repeat(129))),
                Map.of("ExternalId", Value.text("x")),
                Map.of("SourceIdentity", Value.text("alice")),
                Map.of("Tags", tags),
                Map.of("SerialNumber", Value.text(SERIAL)),
                Map.of("TokenCode", Value.text("123456")),
                Map.of("SerialNumber", Value.text("x"), "TokenCode", Value.text("123456")));
        for (Map<String, Value> one : wrong) {
            refused(assume(one), "InvalidParameter.ParamError", "Invalid parameter.");
        }
    }

    @Test
    void a_key_that_was_got_with_a_temporary_one_does_not_outlive_it() {
        DevClient.Key first = DevClient.temporary(assume(Map.of("DurationSeconds", Value.number(3_600))));
        clock.advance(Duration.ofMinutes(10));
        assertThat(kept(assume(first, ARN, Map.of("DurationSeconds", Value.number(7_200))))
                        .expiresAt())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(50)));
        assertThat(kept(assume(first, ARN, Map.of("DurationSeconds", Value.number(60))))
                        .expiresAt())
                .isEqualTo(clock.instant().plusSeconds(60));
    }

    @Test
    void a_second_factor_is_not_handed_on_to_a_role() {
        DevClient.Key shown =
                DevClient.temporary(assume(Map.of("SerialNumber", Value.text(SERIAL), "TokenCode", Value.text(app()))));
        assertThat(kept(assume(shown, ARN, Map.of())).mfaAt()).isEmpty();
    }

    @Test
    void policies_are_asked_about_the_role_by_its_name_however_it_is_called() {
        Caller caller = new Caller(
                new Tenant(DevWorld.DEV, "1000000000000001", "dev", Set.of(), Optional.empty()),
                ALICE,
                "AKIDx",
                "192.0.2.1",
                new RequestId("00000000-0000-4000-8000-000000000001"));
        Map<String, String> named = Map.of(
                ARN,
                ARN,
                "qcs::cam::uin/100000000001:role/" + ID,
                ARN,
                "qcs::cam::uin/100000000001:role/7",
                "qcs::cam::uin/100000000001:role/7",
                "qcs::cam::uin/100000000001:roleName/nobody",
                "qcs::cam::uin/100000000001:roleName/nobody",
                "qcs::cam::uin/100000000002:role/" + ID,
                "qcs::cam::uin/100000000002:role/" + ID,
                "nonsense",
                "*");
        named.forEach((arn, resource) -> assertThat(product.actions()
                        .get(1)
                        .spec()
                        .resource()
                        .of(caller, new Value.Fields(Map.of("RoleArn", Value.text(arn)))))
                .isEqualTo(resource));
    }

    @Test
    void what_was_said_of_a_session_is_in_the_audit_and_no_secret_is() {
        Value tags = new Value.Items(
                List.of(new Value.Fields(Map.of("Key", Value.text("team"), "Value", Value.text("billing")))));
        Outcome answer = assume(Map.of("Tags", tags, "SourceIdentity", Value.text("100000000012")));
        DevClient.Key key = DevClient.temporary(answer);
        String entries =
                storage.audit().entries(Optional.of(DevWorld.DEV), 0, 100).toString();

        assertThat(entries)
                .contains("role.assumed", "tag.team=billing", "source-identity=100000000012", "role=dev-operator")
                .contains("session=nightly", key.id())
                .doesNotContain(key.secret(), key.token());
    }
}
