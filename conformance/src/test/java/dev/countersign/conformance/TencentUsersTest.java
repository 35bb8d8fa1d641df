package dev.countersign.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.tencentcloudapi.cam.v20190116.CamClient;
import com.tencentcloudapi.cam.v20190116.models.AccessKey;
import com.tencentcloudapi.cam.v20190116.models.AccessKeyDetail;
import com.tencentcloudapi.cam.v20190116.models.AddUserRequest;
import com.tencentcloudapi.cam.v20190116.models.AddUserResponse;
import com.tencentcloudapi.cam.v20190116.models.CreateAccessKeyRequest;
import com.tencentcloudapi.cam.v20190116.models.DeleteAccessKeyRequest;
import com.tencentcloudapi.cam.v20190116.models.DeleteUserRequest;
import com.tencentcloudapi.cam.v20190116.models.DescribeSubAccountsRequest;
import com.tencentcloudapi.cam.v20190116.models.GetUserRequest;
import com.tencentcloudapi.cam.v20190116.models.GetUserResponse;
import com.tencentcloudapi.cam.v20190116.models.ListAccessKeysRequest;
import com.tencentcloudapi.cam.v20190116.models.ListUsersRequest;
import com.tencentcloudapi.cam.v20190116.models.SubAccountInfo;
import com.tencentcloudapi.cam.v20190116.models.SubAccountUser;
import com.tencentcloudapi.cam.v20190116.models.UpdateAccessKeyRequest;
import com.tencentcloudapi.cam.v20190116.models.UpdateUserRequest;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Users and keys through the typed `tencentcloud-sdk-java-cam`, in every manner in which it can send.
class TencentUsersTest {
    private static final long ALICE = 100_000_000_011L;
    private static final long BOB = 100_000_000_012L;
    private static final long ROOT = 100_000_000_001L;

    @TempDir
    static Path directory;

    static DevServer server;
    static final AtomicInteger NAMES = new AtomicInteger();

    @BeforeAll
    static void start() {
        server = DevServer.start(directory);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static CamClient client(TencentManner manner, Credential credential) {
        return new CamClient(credential, "", manner.profile(server.port()));
    }

    private static String fresh() {
        return "user" + NAMES.incrementAndGet();
    }

    private static AddUserRequest named(String name) {
        AddUserRequest request = new AddUserRequest();
        request.setName(name);
        return request;
    }

    private static void refused(String code, String message, ThrowingCallable call) {
        TencentCloudSDKException refused = catchThrowableOfType(TencentCloudSDKException.class, call);
        assertThat(refused.getErrorCode()).isEqualTo(code);
        assertThat(refused.getMessage()).contains(message);
        assertThat(refused.getRequestId()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void a_user_lives_from_adding_to_deleting(TencentManner manner) throws Exception {
        CamClient root = client(manner, DevServer.ROOT);
        String name = fresh();
        AddUserRequest add = named(name);
        add.setRemark("of sales & more = 100%");
        add.setConsoleLogin(1L);
        add.setUseApi(1L);
        add.setNeedResetPassword(0L);
        add.setCountryCode("852");
        add.setPhoneNum("68123456");
        add.setEmail(name + "+a@example.com");
        AddUserResponse added = root.AddUser(add);
        assertThat(added.getPassword()).hasSize(32);
        assertThat(added.getSecretId()).startsWith("AKID").hasSize(36);
        assertThat(added.getUin()).isNotEqualTo(added.getUid());

        GetUserRequest get = new GetUserRequest();
        get.setName(name);
        GetUserResponse read = root.GetUser(get);
        assertThat(read.getUin()).isEqualTo(added.getUin());
        assertThat(read.getRemark()).isEqualTo("of sales & more = 100%");
        assertThat(read.getConsoleLogin()).isEqualTo(1);
        assertThat(read.getCountryCode()).isEqualTo("852");
        assertThat(read.getPhoneNum()).isEqualTo("68123456");
        assertThat(read.getEmail()).isEqualTo(name + "+a@example.com");

        UpdateUserRequest update = new UpdateUserRequest();
        update.setName(name);
        update.setRemark("new");
        update.setPassword("Changed-2027");
        assertThat(root.UpdateUser(update).getRequestId()).isNotBlank();
        assertThat(Arrays.stream(root.ListUsers(new ListUsersRequest()).getData())
                        .filter(user -> user.getName().equals(name)))
                .extracting(SubAccountInfo::getRemark)
                .containsExactly("new");

        DescribeSubAccountsRequest describe = new DescribeSubAccountsRequest();
        describe.setFilterSubAccountUin(new Long[] {added.getUin(), 5L});
        SubAccountUser[] described = root.DescribeSubAccounts(describe).getSubAccounts();
        assertThat(described).singleElement().satisfies(user -> {
            assertThat(user.getName()).isEqualTo(name);
            assertThat(user.getUserType()).isEqualTo(2);
            assertThat(user.getLastLoginIp()).isEmpty();
            assertThat(user.getLastLoginTime()).isNull();
            assertThat(user.getCreateTime()).matches("20[0-9-]{8} [0-9:]{8}");
        });

        DeleteUserRequest delete = new DeleteUserRequest();
        delete.setName(name);
        refused("OperationDenied.HaveKeys", "There are undeleted API keys.", () -> root.DeleteUser(delete));
        delete.setForce(1L);
        root.DeleteUser(delete);
        refused("ResourceNotFound.UserNotExist", "User does not exist.", () -> root.GetUser(get));
    }

    @ParameterizedTest
    @EnumSource
    void a_key_lives_from_making_to_deleting(TencentManner manner) throws Exception {
        CamClient root = client(manner, DevServer.ROOT);
        CreateAccessKeyRequest create = new CreateAccessKeyRequest();
        create.setTargetUin(ALICE);
        AccessKeyDetail made = root.CreateAccessKey(create).getAccessKey();
        assertThat(made.getStatus()).isEqualTo("Active");
        assertThat(made.getCreateTime()).matches("20[0-9-]{8} [0-9:]{8}");
        refused(
                "OperationDenied.AccessKeyOverLimit",
                "Each account can have up to two `AccessKey`.",
                () -> root.CreateAccessKey(create));

        CamClient theirs = client(manner, new Credential(made.getAccessKeyId(), made.getSecretAccessKey()));
        AccessKey[] listed = theirs.ListAccessKeys(new ListAccessKeysRequest()).getAccessKeys();
        assertThat(listed)
                .extracting(AccessKey::getAccessKeyId)
                .contains(made.getAccessKeyId())
                .hasSize(2);

        UpdateAccessKeyRequest update = new UpdateAccessKeyRequest();
        update.setTargetUin(ALICE);
        update.setAccessKeyId(made.getAccessKeyId());
        update.setStatus("Inactive");
        root.UpdateAccessKey(update);
        refused(
                "AuthFailure.SecretIdNotFound",
                "The SecretId is not found, please ensure that your SecretId is correct.",
                () -> theirs.ListUsers(new ListUsersRequest()));

        DeleteAccessKeyRequest delete = new DeleteAccessKeyRequest();
        delete.setTargetUin(BOB);
        delete.setAccessKeyId(made.getAccessKeyId());
        refused(
                "OperationDenied.UinNotMatch",
                "The access key does not match the account.",
                () -> root.DeleteAccessKey(delete));
        delete.setTargetUin(ALICE);
        root.DeleteAccessKey(delete);
        refused("ResourceNotFound.SecretNotExist", "The key does not exist.", () -> root.DeleteAccessKey(delete));
    }

    @ParameterizedTest
    @EnumSource
    void a_refusal_is_the_sdks_exception_in_the_vendors_words(TencentManner manner) throws Exception {
        CamClient root = client(manner, DevServer.ROOT);
        CamClient alice = client(manner, DevServer.ALICE);
        String name = fresh();
        root.AddUser(named(name));
        refused("InvalidParameter.SubUserNameInUse", "Sub-user name repeated.", () -> root.AddUser(named(name)));
        refused("InvalidParameter.UserNameIllegal", "Invalid username.", () -> root.AddUser(named("a b&c=d")));
        AddUserRequest weak = named(fresh());
        weak.setConsoleLogin(1L);
        weak.setPassword("test123456");
        refused(
                "InvalidParameter.PasswordViolatedRules",
                "Password incompatible with user safety settings.",
                () -> root.AddUser(weak));
        AddUserRequest odd = named(fresh());
        odd.setUseApi(2L);
        refused("InvalidParameter.ParamError", "Invalid input parameter.", () -> root.AddUser(odd));

        UpdateUserRequest own = new UpdateUserRequest();
        own.setName("alice");
        own.setEmail("mine@example.com");
        refused("FailedOperation.Unmodifiable", "The change is forbidden.", () -> alice.UpdateUser(own));
        UpdateUserRequest half = new UpdateUserRequest();
        half.setName(name);
        half.setPhoneNum("68123456");
        refused("InvalidParameter", "Incorrect parameter.", () -> root.UpdateUser(half));

        ListAccessKeysRequest roots = new ListAccessKeysRequest();
        roots.setTargetUin(ROOT);
        refused(
                "OperationDenied.SubUin",
                "The sub-user is not allowed to use the root account key.",
                () -> alice.ListAccessKeys(roots));
        ListAccessKeysRequest nobodys = new ListAccessKeysRequest();
        nobodys.setTargetUin(5L);
        refused("InvalidParameter.UserNotExist", "User object does not exist", () -> root.ListAccessKeys(nobodys));
        refused(
                "UnauthorizedOperation",
                "you are not authorized to perform operation (cam:ListUsers)",
                () -> client(manner, DevServer.BOB).ListUsers(new ListUsersRequest()));
    }
}
