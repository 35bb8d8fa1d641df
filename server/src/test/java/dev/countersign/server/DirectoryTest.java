package dev.countersign.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.countersign.destination.Destinations;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.destination.PhoneValidation;
import dev.countersign.directory.AccessKeys;
import dev.countersign.directory.MayDeleteKeys;
import dev.countersign.directory.User.Login;
import dev.countersign.directory.UserPolicy;
import dev.countersign.directory.Users;
import dev.countersign.directory.Wanted;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.PublishedCode;
import dev.countersign.password.Passwords;
import dev.countersign.product.tencent.cam.v20190116.CamUsers;
import dev.countersign.product.tencent.cam.v20190116.DeleteUser;
import dev.countersign.product.tencent.cam.v20190116.GetUser;
import dev.countersign.refusal.KeyRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.UserRefusal;
import dev.countersign.server.config.Configuration;
import dev.countersign.server.config.GeneralConfig.Limits;
import dev.countersign.server.config.MasterKeys;
import dev.countersign.server.dev.DevWorld;
import dev.countersign.server.dev.kept.KeptPermissions;
import dev.countersign.server.password.Argon2Hasher;
import dev.countersign.server.telephony.LibphonenumberPlan;
import dev.countersign.store.SqlAccessKeyStore;
import dev.countersign.store.SqlUserStore;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.TemporaryKey;
import dev.countersign.tenant.TemporaryKey.AssumedRole;
import dev.countersign.value.Secret;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What of users and keys no call can reach yet, on a real store: permissions of their own, roles, logins, the
/// hash of a password, and the codes that are listed.
class DirectoryTest {
    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
    private static final Wanted NOTHING = Wanted.nothing();

    @TempDir
    Path directory;

    private final Given given = Given.system();
    private final Argon2Hasher hasher = new Argon2Hasher(new SecureRandom());
    private int woken;
    private Storage storage;

    @BeforeEach
    void open() {
        Configuration configuration = Configuration.dev("127.0.0.1", 0, directory, Limits.VENDOR);
        new MasterKeys(Map.of()).createIfMissing(configuration.masterKey(), given.random());
        storage = Storage.open(configuration, Map.of(), given);
        storage.furnish(() -> NOW);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private KeptPermissions permissions() {
        return new KeptPermissions(storage.policies(), storage.roles(), () -> NOW);
    }

    private SqlUserStore store() {
        return new SqlUserStore(
                storage.database().transactions(), storage.seals(), given.random(), storage.tenants()::forgetCached);
    }

    private Users users(MayDeleteKeys mayDeleteKeys) {
        return new Users(
                store(),
                new Passwords(hasher, 1, 1),
                UserPolicy.standard(),
                mayDeleteKeys,
                new Users.Surroundings(() -> NOW, given.random(), to -> true, () -> woken++));
    }

    private AccessKeys keys() {
        return new AccessKeys(
                new SqlAccessKeyStore(
                        storage.database().transactions(), storage.seals(), storage.tenants()::forgetCached),
                storage.tenants(),
                () -> NOW,
                given.random());
    }

    private Caller root() {
        return new Caller(
                storage.tenants().tenant(DevWorld.DEV).orElseThrow(),
                storage.tenants().principal(DevWorld.DEV, DevWorld.DEV).orElseThrow(),
                "AKIDroot",
                "192.0.2.1",
                given.requestIds().get());
    }

    @Test
    void keys_go_with_their_user_only_where_the_caller_may_delete_keys() {
        Users strict = users((caller, user) -> false);
        strict.add(root(), "carol", NOTHING, true);

        Refused refused = catchThrowableOfType(Refused.class, () -> strict.delete(root(), "carol", true));

        assertThat(refused.refusal()).isEqualTo(new UserRefusal.KeysNotDeletable());
        PublishedCode code =
                new DeleteUser(strict).spec().codeFor(refused.refusal()).orElseThrow();
        assertThat(code.code()).isEqualTo("UnauthorizedOperation.DeleteApiKey");
        assertThat(code.text()).isEqualTo("User do not have the authorization to delete API keys.");
        assertThat(keys().of(root(), Optional.of(strict.find(root(), "carol").uin())))
                .hasSize(1);
        users((caller, user) -> true).delete(root(), "carol", true);
    }

    @Test
    void what_a_user_may_goes_with_the_user() {
        Users users = users((caller, user) -> true);
        long uin = users.add(root(), "carol", NOTHING, false).user().uin();
        permissions().everything(uin, true);
        users.delete(root(), "carol", true);
        storage.policies().forgetCached();

        assertThat(permissions().everything(uin)).isFalse();
    }

    @Test
    void a_root_that_uses_a_role_does_not_touch_the_roots_keys() {
        Caller root = root();
        TemporaryKey role = new TemporaryKey(
                NOW, Optional.of(new AssumedRole(1, "dev-operator", "s")), Optional.empty(), Optional.empty());
        Caller assumed =
                new Caller(root.tenant(), root.principal(), root.key(), Optional.of(role), root.source(), root.cause());

        Refused refused = catchThrowableOfType(Refused.class, () -> keys().create(assumed, Optional.empty(), ""));

        assertThat(refused.refusal()).isEqualTo(new KeyRefusal.RootKeysUntouchable());
        assertThat(keys().of(root, Optional.empty())).hasSize(1);
    }

    @Test
    void a_login_is_told_in_beijing_time() {
        Users users = users((caller, user) -> true);
        long uin = users.add(root(), "carol", NOTHING, false).user().uin();
        store().loggedIn(DevWorld.DEV, uin, new Login(Instant.parse("2026-12-31T20:00:00Z"), "192.0.2.9"));

        GetUser.Response told = new GetUser(users)
                .perform(new Action.Context(root(), "en-US", Optional.empty()), new GetUser.Request("carol"));

        assertThat(told.recentlyLoginTime()).isEqualTo("2027-01-01 04:00:00");
        assertThat(told.recentlyLoginIP()).isEqualTo("192.0.2.9");
    }

    @Test
    void a_password_is_kept_as_a_slow_hash_and_only_with_a_console() {
        Users users = users((caller, user) -> true);
        Wanted console = wanted(true, "Console-2027");
        users.add(root(), "carol", console, false);
        users.add(root(), "dave", wanted(false, "Console-2027"), false);

        assertThat(hasher.verify(Secret.of("Console-2027"), hash("carol"))).isTrue();
        assertThat(hash("carol")).startsWith("$argon2id$");
        assertThat(hash("dave")).isEmpty();
        users.update(root(), "dave", wanted(false, "Ignored-2027"), "en");
        assertThat(hash("dave")).isEmpty();
        users.update(root(), "dave", wanted(true, "Changed-2027"), "en");
        assertThat(hasher.verify(Secret.of("Changed-2027"), hash("dave"))).isTrue();
        users.update(root(), "dave", NOTHING, "en");
        assertThat(hasher.verify(Secret.of("Changed-2027"), hash("dave"))).isTrue();
    }

    private static Wanted wanted(boolean console, String password) {
        return new Wanted(
                Optional.empty(),
                Optional.of(console),
                Optional.of(Secret.of(password)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private String hash(String name) {
        return storage.database()
                .transactions()
                .read(handle -> handle.createQuery(
                                "SELECT COALESCE(password, '') FROM principal WHERE tenant = :dev AND name = :name")
                        .bind("dev", DevWorld.DEV)
                        .bind("name", name)
                        .mapTo(String.class)
                        .one());
    }

    @Test
    void an_assertion_holds_operations_back_for_a_day_and_wakes_the_courier() {
        users((caller, user) -> true)
                .update(
                        root(),
                        "alice",
                        new Wanted(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(new PhoneNumber("852", "69999999")),
                                Optional.of(new MailAddress("alice@example.com"))),
                        "en");

        assertThat(storage.tenants()
                        .bound(DevWorld.DEV, 100_000_000_011L)
                        .orElseThrow()
                        .coolOffUntil())
                .contains(NOW.plus(Duration.ofHours(24)));
        assertThat(woken).isEqualTo(1);
        assertThat(storage.outbox().backlog()).isEqualTo(1);
    }

    @Test
    void every_change_is_a_row_of_the_audit_that_names_neither_password_nor_secret_nor_number() {
        Users users = users((caller, user) -> true);
        users.add(root(), "carol", wanted(true, "Console-2027"), true);
        long uin = users.find(root(), "carol").uin();
        users.update(
                root(),
                "carol",
                new Wanted(
                        Optional.of("remark"),
                        Optional.empty(),
                        Optional.of(Secret.of("Another-2027")),
                        Optional.empty(),
                        Optional.of(new PhoneNumber("852", "69999999")),
                        Optional.of(new MailAddress("carol@example.com"))),
                "en");
        AccessKeys.Created created = keys().create(root(), Optional.of(uin), "");
        keys().activate(root(), Optional.of(uin), created.key().id(), false);
        keys().activate(root(), Optional.of(uin), created.key().id(), true);
        keys().delete(root(), Optional.of(uin), created.key().id());
        users.delete(root(), "carol", true);

        List<String> rows = storage.database()
                .transactions()
                .read(handle -> handle.createQuery(
                                "SELECT event || ' ' || subject || ' ' || actor || ' ' || facts FROM audit"
                                        + " WHERE event LIKE 'user.%' OR event LIKE 'key.%' ORDER BY seq")
                        .mapTo(String.class)
                        .list());
        assertThat(rows.stream().map(row -> row.split(" ")[0]))
                .containsExactly(
                        "user.added",
                        "user.changed",
                        "key.created",
                        "key.disabled",
                        "key.enabled",
                        "key.deleted",
                        "user.deleted");
        assertThat(rows).allSatisfy(row -> assertThat(row).contains("uin/" + uin + " " + DevWorld.DEV));
        assertThat(String.join("\n", rows))
                .doesNotContain("2027")
                .doesNotContain("69999999")
                .doesNotContain("carol@")
                .doesNotContain(created.secret().reveal());
    }

    /// The vendor's lists, action by action.
    private static final Map<String, String> LISTED = Map.of(
            "AddUser",
            "AuthFailure.UnauthorizedOperation FailedOperation FailedOperation.ExistHighRiskOperations"
                    + " FailedOperation.ForbidAdd InvalidParameter.ParamError InvalidParameter.PasswordViolatedRules"
                    + " InvalidParameter.SubUserFull InvalidParameter.SubUserNameInUse"
                    + " InvalidParameter.UserNameIllegal RequestLimitExceeded.CreateUser",
            "GetUser",
            "AuthFailure.UnauthorizedOperation FailedOperation ResourceNotFound.UserNotExist",
            "ListUsers",
            "FailedOperation",
            "UpdateUser",
            "AuthFailure.UnauthorizedOperation FailedOperation FailedOperation.ExistHighRiskOperations"
                    + " FailedOperation.Unmodifiable InvalidParameter InvalidParameter.PasswordViolatedRules"
                    + " InvalidParameter.UserNameIllegal ResourceNotFound.UserNotExist",
            "DeleteUser",
            "AuthFailure.UnauthorizedOperation FailedOperation FailedOperation.Unmodifiable"
                    + " OperationDenied.HaveKeys RequestLimitExceeded.UinLimitExceeded"
                    + " ResourceNotFound.UserNotExist UnauthorizedOperation.DeleteApiKey",
            "DescribeSubAccounts",
            "FailedOperation InternalError.SystemError InvalidParameter",
            "CreateAccessKey",
            "AuthFailure.UnauthorizedOperation FailedOperation.Accesskey InvalidParameter.ParamError"
                    + " InvalidParameter.UserNotExist OperationDenied.AccessKeyOverLimit OperationDenied.SubUin"
                    + " OperationDenied.UinNotMatch",
            "ListAccessKeys",
            "AuthFailure.UnauthorizedOperation FailedOperation.Accesskey InternalError.UnknownError"
                    + " InvalidParameter.ParamError InvalidParameter.UserNotExist OperationDenied.AccessKeyOverLimit"
                    + " OperationDenied.SubUin OperationDenied.UinNotMatch ResourceNotFound.SecretNotExist",
            "UpdateAccessKey",
            "AuthFailure.UnauthorizedOperation FailedOperation.Accesskey InvalidParameter.ParamError"
                    + " InvalidParameter.UserNotExist OperationDenied.AccessKeyOverLimit OperationDenied.SubUin"
                    + " OperationDenied.UinNotMatch ResourceNotFound.SecretNotExist",
            "DeleteAccessKey",
            "AuthFailure.UnauthorizedOperation FailedOperation.Accesskey InvalidParameter.ParamError"
                    + " InvalidParameter.UserNotExist OperationDenied.AccessKeyOverLimit OperationDenied.SubUin"
                    + " OperationDenied.UinNotMatch ResourceNotFound.SecretNotExist");

    @Test
    void each_action_publishes_the_vendors_codes_rate_and_sensitivity() {
        List<Action<?, ?>> actions = CamUsers.actions(
                users((caller, user) -> true),
                keys(),
                new Destinations(new LibphonenumberPlan(), PhoneValidation.SYNTAX));

        assertThat(actions).hasSize(LISTED.size());
        for (Action<?, ?> action : actions) {
            String name = action.spec().name();
            assertThat(action.spec().codes().stream().map(PublishedCode::code).distinct())
                    .as(name)
                    .containsExactlyInAnyOrder(LISTED.getOrDefault(name, "").split(" "));
            boolean keyChange = name.endsWith("AccessKey");
            assertThat(action.spec().perSecond()).as(name).isEqualTo(keyChange ? 5 : 20);
            assertThat(action.spec().sensitive())
                    .as(name)
                    .isEqualTo(!name.toLowerCase(Locale.ROOT).matches("(get|list|describe).*"));
        }
    }
}
