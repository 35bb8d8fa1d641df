package dev.countersign.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.tencentcloudapi.cam.v20190116.CamClient;
import com.tencentcloudapi.cam.v20190116.models.AddUserRequest;
import com.tencentcloudapi.cam.v20190116.models.AttachPolicyInfo;
import com.tencentcloudapi.cam.v20190116.models.AttachRolePolicyRequest;
import com.tencentcloudapi.cam.v20190116.models.AttachUserPolicyRequest;
import com.tencentcloudapi.cam.v20190116.models.CreatePolicyRequest;
import com.tencentcloudapi.cam.v20190116.models.CreateRoleRequest;
import com.tencentcloudapi.cam.v20190116.models.DeletePolicyRequest;
import com.tencentcloudapi.cam.v20190116.models.DeleteRoleRequest;
import com.tencentcloudapi.cam.v20190116.models.DeleteUserRequest;
import com.tencentcloudapi.cam.v20190116.models.DetachRolePolicyRequest;
import com.tencentcloudapi.cam.v20190116.models.DetachUserPolicyRequest;
import com.tencentcloudapi.cam.v20190116.models.GetPolicyRequest;
import com.tencentcloudapi.cam.v20190116.models.GetPolicyResponse;
import com.tencentcloudapi.cam.v20190116.models.GetRoleRequest;
import com.tencentcloudapi.cam.v20190116.models.ListAttachedUserPoliciesRequest;
import com.tencentcloudapi.cam.v20190116.models.ListAttachedUserPoliciesResponse;
import com.tencentcloudapi.cam.v20190116.models.ListPoliciesRequest;
import com.tencentcloudapi.cam.v20190116.models.ListPoliciesResponse;
import com.tencentcloudapi.cam.v20190116.models.RoleInfo;
import com.tencentcloudapi.cam.v20190116.models.RoleTags;
import com.tencentcloudapi.cam.v20190116.models.StrategyInfo;
import com.tencentcloudapi.cam.v20190116.models.UpdatePolicyRequest;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Policies and roles through the vendor's typed client, `tencentcloud-sdk-java-cam`.
class TencentPolicyTest {
    private static final long BOB = 100_000_000_012L;
    private static final long ADMINISTRATOR = 1;
    private static final Credential OTHER =
            new Credential("AKIDdev000000000000000000000000other", "dev-other-secret-000000000000002");
    private static final String READING =
            "{\"version\":\"2.0\",\"statement\":[{\"effect\":\"allow\",\"action\":[\"name/cam:Get*\"],\"resource\":\"*\"}]}";
    private static final String TRUST =
            "{\"version\":\"2.0\",\"statement\":[{\"action\":\"name/sts:AssumeRole\",\"effect\":\"allow\","
                    + "\"principal\":{\"service\":[\"cloudaudit.cloud.tencent.com\",\"cls.cloud.tencent.com\"]}}]}";
    private static final AtomicInteger NAMES = new AtomicInteger();

    @TempDir
    static Path directory;

    static DevServer server;

    @BeforeAll
    static void start() {
        server = DevServer.start(directory);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_policy_lives_from_making_to_deleting(TypedCam manner) throws Exception {
        CamClient alice = manner.client(server, DevServer.ALICE);
        CamClient bob = manner.client(server, DevServer.BOB);
        String name = fresh();
        long id = make(alice, name, READING);
        assertThat(id).isBetween(100_000_000L, 999_999_999L);

        GetPolicyResponse shown = alice.GetPolicy(get(id));
        assertThat(shown.getPolicyName()).isEqualTo(name);
        assertThat(shown.getPolicyDocument()).isEqualTo(READING);
        assertThat(shown.getType()).isEqualTo(1);
        assertThat(shown.getAddTime()).matches("20[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}");
        assertThat(code(() -> bob.GetPolicy(get(id)))).isEqualTo("UnauthorizedOperation");

        alice.AttachUserPolicy(attach(id, BOB));
        assertThat(bob.GetPolicy(get(id)).getPolicyName()).isEqualTo(name);
        ListAttachedUserPoliciesResponse has = alice.ListAttachedUserPolicies(listAttached(BOB));
        assertThat(has.getTotalNum()).isEqualTo(1);
        AttachPolicyInfo attached = has.getList()[0];
        assertThat(attached.getPolicyType()).isEqualTo("User");
        assertThat(attached.getOperateUin()).isEqualTo("100000000011");
        assertThat(attached.getOperateOwnerUin()).isEqualTo("100000000001");
        assertThat(attached.getOperateUinType()).isZero();

        UpdatePolicyRequest update = new UpdatePolicyRequest();
        update.setPolicyName(name);
        update.setPolicyDocument(READING.replace("Get*", "List*"));
        assertThat(alice.UpdatePolicy(update).getPolicyId()).isEqualTo(id);
        assertThat(code(() -> bob.GetPolicy(get(id)))).isEqualTo("UnauthorizedOperation");
        assertThat(bob.ListPolicies(new ListPoliciesRequest()).getTotalNum()).isPositive();

        DetachUserPolicyRequest detach = new DetachUserPolicyRequest();
        detach.setPolicyId(id);
        detach.setDetachUin(BOB);
        alice.DetachUserPolicy(detach);
        assertThat(code(() -> bob.ListPolicies(new ListPoliciesRequest()))).isEqualTo("UnauthorizedOperation");
        alice.DeletePolicy(delete(id));
        assertThat(code(() -> alice.GetPolicy(get(id)))).isEqualTo("ResourceNotFound.PolicyIdNotFound");
    }

    @ParameterizedTest
    @EnumSource
    void a_role_lives_from_making_to_deleting(TypedCam manner) throws Exception {
        CamClient alice = manner.client(server, DevServer.ALICE);
        String name = fresh();
        CreateRoleRequest create = role(name, TRUST);
        create.setDescription("about");
        create.setConsoleLogin(1L);
        create.setSessionDuration(3600L);
        RoleTags tag = new RoleTags();
        tag.setKey("team");
        tag.setValue("a");
        create.setTags(new RoleTags[] {tag});
        String id = alice.CreateRole(create).getRoleId();

        GetRoleRequest byId = new GetRoleRequest();
        byId.setRoleId(id);
        RoleInfo shown = alice.GetRole(byId).getRoleInfo();
        assertThat(shown.getRoleName()).isEqualTo(name);
        assertThat(shown.getPolicyDocument()).isEqualTo(TRUST);
        assertThat(shown.getDescription()).isEqualTo("about");
        assertThat(shown.getConsoleLogin()).isEqualTo(1);
        assertThat(shown.getSessionDuration()).isEqualTo(3600);
        assertThat(shown.getRoleType()).isEqualTo("user");
        assertThat(shown.getTags()[0].getKey()).isEqualTo("team");

        AttachRolePolicyRequest attach = new AttachRolePolicyRequest();
        attach.setAttachRoleName(name);
        attach.setPolicyName("AdministratorAccess");
        alice.AttachRolePolicy(attach);
        assertThat(administrators(alice).getAttachEntityCount())
                .isEqualTo(administrators(alice).getAttachments() + 1);
        DetachRolePolicyRequest detach = new DetachRolePolicyRequest();
        detach.setDetachRoleId(id);
        detach.setPolicyId(ADMINISTRATOR);
        alice.DetachRolePolicy(detach);
        assertThat(administrators(alice).getAttachEntityCount())
                .isEqualTo(administrators(alice).getAttachments());

        DeleteRoleRequest delete = new DeleteRoleRequest();
        delete.setRoleName(name);
        alice.DeleteRole(delete);
        assertThat(refused(() -> alice.GetRole(byId))).isEqualTo("InvalidParameter.RoleNotExist Role does not exist.");
    }

    @Test
    void the_dev_world_has_the_operators_role() throws Exception {
        GetRoleRequest request = new GetRoleRequest();
        request.setRoleName("dev-operator");
        RoleInfo role = alice().GetRole(request).getRoleInfo();
        assertThat(role.getRoleId()).isEqualTo("4611686018427387905");
        assertThat(role.getPolicyDocument()).contains("qcs::cam::uin/100000000001:uin/100000000011");
    }

    @Test
    void the_list_is_filtered_and_paged() throws Exception {
        String mark = "mark" + fresh();
        for (int n = 0; n < 3; n++) {
            make(alice(), mark + n, READING);
        }
        ListPoliciesRequest request = new ListPoliciesRequest();
        request.setKeyword(mark);
        request.setScope("Local");
        request.setRp(2L);
        request.setPage(2L);
        ListPoliciesResponse page = alice().ListPolicies(request);
        assertThat(page.getTotalNum()).isEqualTo(3);
        assertThat(page.getList()).hasSize(1);
        assertThat(page.getList()[0].getCreateMode()).isEqualTo(2);
        request.setScope("QCS");
        assertThat(alice().ListPolicies(request).getTotalNum()).isZero();
        assertThat(administrators(alice()).getType()).isEqualTo(2);
    }

    @Test
    void a_page_outside_of_what_is_served_is_refused() {
        for (long[] page : new long[][] {{0, 20}, {201, 20}, {1, 0}, {1, 201}, {-1, 20}}) {
            ListPoliciesRequest request = new ListPoliciesRequest();
            request.setPage(page[0]);
            request.setRp(page[1]);
            assertThat(refused(() -> alice().ListPolicies(request)))
                    .isEqualTo("InvalidParameter.ParamError Invalid input parameter.");
            ListAttachedUserPoliciesRequest attached = listAttached(BOB);
            attached.setPage(page[0]);
            attached.setRp(page[1]);
            assertThat(code(() -> alice().ListAttachedUserPolicies(attached))).isEqualTo("InvalidParameter.ParamError");
        }
        ListPoliciesRequest scope = new ListPoliciesRequest();
        scope.setScope("all");
        assertThat(refused(() -> alice().ListPolicies(scope)))
                .isEqualTo("InvalidParameter.ScopeError `Scope` field invalid.");
        ListPoliciesRequest keyword = new ListPoliciesRequest();
        keyword.setKeyword("a\nb");
        assertThat(refused(() -> alice().ListPolicies(keyword)))
                .isEqualTo("InvalidParameter.KeywordError `Keyword` field invalid.");
        keyword.setKeyword("a".repeat(129));
        assertThat(code(() -> alice().ListPolicies(keyword))).isEqualTo("InvalidParameter.SearchKeywordLengthError");
    }

    @Test
    void another_tenants_policies_and_roles_are_as_absent_ones() throws Exception {
        CamClient other = TypedCam.TC3_POST.client(server, OTHER);
        String name = fresh();
        long theirs = make(alice(), name, READING);
        long nobodys = theirs == 999_999_999L ? 999_999_998L : theirs + 1;
        for (long id : new long[] {theirs, nobodys}) {
            assertThat(code(() -> other.GetPolicy(get(id)))).isEqualTo("ResourceNotFound.PolicyIdNotFound");
            assertThat(code(() -> other.DeletePolicy(delete(id)))).isEqualTo("ResourceNotFound.PolicyIdNotFound");
            assertThat(code(() -> other.AttachUserPolicy(attach(id, BOB))))
                    .isEqualTo("ResourceNotFound.PolicyIdNotFound");
            UpdatePolicyRequest update = new UpdatePolicyRequest();
            update.setPolicyId(id);
            update.setDescription("mine");
            assertThat(code(() -> other.UpdatePolicy(update))).isEqualTo("ResourceNotFound.PolicyIdNotFound");
        }
        for (long uin : new long[] {BOB, 100_000_000_099L, 100_000_000_002L}) {
            assertThat(refused(() -> other.AttachUserPolicy(attach(ADMINISTRATOR, uin))))
                    .isEqualTo("ResourceNotFound.UserNotExist User does not exist.");
            assertThat(code(() -> other.ListAttachedUserPolicies(listAttached(uin))))
                    .isEqualTo("InvalidParameter.ParamError");
        }
        for (String role : new String[] {"4611686018427387905", "4611686018427387906"}) {
            GetRoleRequest request = new GetRoleRequest();
            request.setRoleId(role);
            assertThat(code(() -> other.GetRole(request))).isEqualTo("InvalidParameter.RoleNotExist");
        }
        assertThat(make(other, name, READING)).isNotEqualTo(theirs);
    }

    @Test
    void a_denial_names_the_operation_and_the_resource() {
        CamClient bob = TypedCam.TC3_POST.client(server, DevServer.BOB);
        TencentCloudSDKException denied =
                catchThrowableOfType(TencentCloudSDKException.class, () -> bob.AttachUserPolicy(attach(5, BOB)));
        assertThat(denied.getErrorCode()).isEqualTo("UnauthorizedOperation");
        assertThat(denied.getMessage()).contains("""
                        you are not authorized to perform operation (cam:AttachUserPolicy)
                        resource (qcs::cam::uin/100000000001:uin/100000000012) has no permission
                        """);
    }

    @Test
    void who_may_attach_one_policy_attaches_no_other() throws Exception {
        CamClient bob = TypedCam.TC3_POST.client(server, DevServer.BOB);
        long one = make(alice(), fresh(), READING);
        long delegation = make(
                alice(),
                fresh(),
                "{\"version\":\"2.0\",\"statement\":[{\"effect\":\"allow\",\"action\":\"cam:AttachUserPolicy\","
                        + "\"resource\":[\"qcs::cam::uin/100000000001:policyid/" + one + "\","
                        + "\"qcs::cam::uin/100000000001:uin/*\"]}]}");
        alice().AttachUserPolicy(attach(delegation, BOB));
        bob.AttachUserPolicy(attach(one, BOB));
        assertThat(code(() -> bob.AttachUserPolicy(attach(ADMINISTRATOR, BOB)))).isEqualTo("UnauthorizedOperation");
        alice().DeletePolicy(delete(one, delegation));
    }

    @Test
    void keys_go_with_their_user_only_with_a_permission_of_their_own() throws Exception {
        CamClient bob = TypedCam.TC3_POST.client(server, DevServer.BOB);
        long users = make(
                alice(),
                fresh(),
                "{\"version\":\"2.0\",\"statement\":[{\"effect\":\"allow\",\"action\":[\"cam:AddUser\",\"cam:DeleteUser\"],"
                        + "\"resource\":\"*\"}]}");
        alice().AttachUserPolicy(attach(users, BOB));
        AddUserRequest add = new AddUserRequest();
        add.setName("keyed");
        add.setUseApi(1L);
        long uin = bob.AddUser(add).getUin();
        DeleteUserRequest delete = new DeleteUserRequest();
        delete.setName("keyed");
        delete.setForce(1L);
        assertThat(refused(() -> bob.DeleteUser(delete)))
                .isEqualTo("UnauthorizedOperation.DeleteApiKey User do not have the authorization to delete API keys.");
        long keys = make(
                alice(),
                fresh(),
                "{\"version\":\"2.0\",\"statement\":[{\"effect\":\"allow\",\"action\":\"cam:DeleteApiKey\",\"resource\":"
                        + "\"qcs::cam::uin/100000000001:uin/" + uin + "\"}]}");
        alice().AttachUserPolicy(attach(keys, BOB));
        bob.DeleteUser(delete);
        alice().DeletePolicy(delete(users, keys));
    }

    @Test
    void a_preset_policy_is_fixed_but_for_its_remark() throws Exception {
        CamClient other = TypedCam.TC3_POST.client(server, OTHER);
        UpdatePolicyRequest update = new UpdatePolicyRequest();
        update.setPolicyId(ADMINISTRATOR);
        update.setPolicyDocument(READING);
        assertThat(code(() -> other.UpdatePolicy(update))).isEqualTo("InvalidParameter.ParamError");
        assertThat(code(() -> other.DeletePolicy(delete(ADMINISTRATOR)))).isEqualTo("InvalidParameter.ParamError");
        UpdatePolicyRequest remark = new UpdatePolicyRequest();
        remark.setPolicyId(ADMINISTRATOR);
        remark.setAlias("ours");
        other.UpdatePolicy(remark);
        assertThat(other.GetPolicy(get(ADMINISTRATOR)).getPresetAlias()).isEqualTo("ours");
        assertThat(alice().GetPolicy(get(ADMINISTRATOR)).getPresetAlias()).isEmpty();
    }

    @Test
    void names_ids_and_numbers_that_cannot_be_are_refused_with_their_codes() throws Exception {
        assertThat(refused(() -> make(alice(), "a b", READING)))
                .isEqualTo("InvalidParameter.PolicyNameError `PolicyName` field invalid.");
        assertThat(refused(() -> make(alice(), "AdministratorAccess", READING)))
                .isEqualTo("FailedOperation.PolicyNameInUse The policy name specified by the `PolicyName` field"
                        + " already exists.");
        CreatePolicyRequest wordy = policy(fresh(), READING);
        wordy.setDescription("ä".repeat(151));
        assertThat(refused(() -> alice().CreatePolicy(wordy)))
                .isEqualTo("InvalidParameter.DescriptionLengthOverlimit The input parameter `description` cannot"
                        + " exceed 300 bytes in length.");
        assertThat(refused(() -> alice().GetPolicy(get(0))))
                .isEqualTo("InvalidParameter.PolicyIdError Input parameter `PolicyId` invalid.");
        assertThat(refused(() -> alice().AttachUserPolicy(attach(ADMINISTRATOR, 0))))
                .isEqualTo("InvalidParameter.UserNotExist User object does not exist");
        assertThat(code(() -> alice().UpdatePolicy(new UpdatePolicyRequest())))
                .isEqualTo("InvalidParameter.ParamError");
        UpdatePolicyRequest byName = new UpdatePolicyRequest();
        byName.setPolicyName("nobody-made-it");
        assertThat(refused(() -> alice().UpdatePolicy(byName)))
                .isEqualTo("ResourceNotFound.NotFound Resource does not exist.");
        assertThat(code(() -> alice().DeletePolicy(delete(
                        IntStream.rangeClosed(1, 51).asLongStream().toArray()))))
                .isEqualTo("InvalidParameter.OperatePoliciesOverLimit");
        AttachRolePolicyRequest attach = new AttachRolePolicyRequest();
        assertThat(code(() -> alice().AttachRolePolicy(attach))).isEqualTo("InvalidParameter.ParamError");
        attach.setAttachRoleName("dev-operator");
        attach.setPolicyId(999_999_999_999L);
        assertThat(refused(() -> alice().AttachRolePolicy(attach)))
                .isEqualTo("InvalidParameter.PolicyIdNotExist Policy ID does not exist.");
        attach.setPolicyId(null);
        attach.setPolicyName("nobody-made-it");
        assertThat(code(() -> alice().AttachRolePolicy(attach))).isEqualTo("InvalidParameter.PolicyNameError");
    }

    @Test
    void a_role_that_cannot_be_is_refused_with_its_code() throws Exception {
        assertThat(refused(() -> alice().CreateRole(role("a b", TRUST))))
                .isEqualTo("InvalidParameter.RoleNameError Role name invalid.");
        assertThat(refused(() -> alice().CreateRole(role("dev-operator", TRUST))))
                .isEqualTo("InvalidParameter.RoleNameInUse A role with the same name already exists.");
        CreateRoleRequest lasting = role(fresh(), TRUST);
        lasting.setSessionDuration(43_201L);
        assertThat(code(() -> alice().CreateRole(lasting))).isEqualTo("InvalidParameter.ParamError");
        CreateRoleRequest tagged = role(fresh(), TRUST);
        tagged.setTags(IntStream.range(0, 51).mapToObj(n -> new RoleTags()).toArray(RoleTags[]::new));
        for (int n = 0; n < 51; n++) {
            tagged.getTags()[n].setKey("k" + n);
            tagged.getTags()[n].setValue("v");
        }
        assertThat(refused(() -> alice().CreateRole(tagged)))
                .isEqualTo("InvalidParameter.TagLimitExceeded The tag limit has been exceeded.");
        tagged.setTags(new RoleTags[] {tagged.getTags()[0], tagged.getTags()[0]});
        assertThat(refused(() -> alice().CreateRole(tagged)))
                .isEqualTo("InvalidParameter.TagParamError Incorrect tag parameter.");
        assertThat(refused(() -> alice().CreateRole(role(fresh(), trusting("\"qcs\":[\"uin/1\"]")))))
                .isEqualTo("InvalidParameter.PrincipalQcsError Incorrect `PrincipalQcsc`.");
        assertThat(refused(() ->
                        alice().CreateRole(role(fresh(), trusting("\"qcs\":[\"qcs::cam::uin/100000000002:root\"]")))))
                .isEqualTo("InvalidParameter.PrincipalQcsNotExist `PrincipalQcs` does not exist.");
        assertThat(refused(() -> alice().CreateRole(role(fresh(), trusting("\"service\":[\"No Host\"]")))))
                .isEqualTo("InvalidParameter.PrincipalServiceNotExist `PrincipalService` does not exist.");
        assertThat(code(() -> alice().CreateRole(role(fresh(), "nonsense")))).isEqualTo("InvalidParameter.ParamError");
        String encoded = fresh();
        alice().CreateRole(role(encoded, java.net.URLEncoder.encode(TRUST, java.nio.charset.StandardCharsets.UTF_8)));
        GetRoleRequest shown = new GetRoleRequest();
        shown.setRoleName(encoded);
        assertThat(alice().GetRole(shown).getRoleInfo().getPolicyDocument()).isEqualTo(TRUST);
    }

    private static String trusting(String principal) {
        return "{\"version\":\"2.0\",\"statement\":[{\"action\":\"name/sts:AssumeRole\",\"effect\":\"allow\","
                + "\"principal\":{" + principal + "}}]}";
    }

    private static CamClient alice() {
        return TypedCam.TC3_POST.client(server, DevServer.ALICE);
    }

    private static String fresh() {
        return "name-" + NAMES.incrementAndGet();
    }

    private static long make(CamClient client, String name, String document) throws TencentCloudSDKException {
        return client.CreatePolicy(policy(name, document)).getPolicyId();
    }

    private static CreatePolicyRequest policy(String name, String document) {
        CreatePolicyRequest request = new CreatePolicyRequest();
        request.setPolicyName(name);
        request.setPolicyDocument(document);
        return request;
    }

    private static CreateRoleRequest role(String name, String trust) {
        CreateRoleRequest request = new CreateRoleRequest();
        request.setRoleName(name);
        request.setPolicyDocument(trust);
        return request;
    }

    private static GetPolicyRequest get(long id) {
        GetPolicyRequest request = new GetPolicyRequest();
        request.setPolicyId(id);
        return request;
    }

    private static DeletePolicyRequest delete(long... ids) {
        DeletePolicyRequest request = new DeletePolicyRequest();
        request.setPolicyId(java.util.Arrays.stream(ids).boxed().toArray(Long[]::new));
        return request;
    }

    private static AttachUserPolicyRequest attach(long policy, long uin) {
        AttachUserPolicyRequest request = new AttachUserPolicyRequest();
        request.setPolicyId(policy);
        request.setAttachUin(uin);
        return request;
    }

    private static ListAttachedUserPoliciesRequest listAttached(long uin) {
        ListAttachedUserPoliciesRequest request = new ListAttachedUserPoliciesRequest();
        request.setTargetUin(uin);
        return request;
    }

    private static StrategyInfo administrators(CamClient client) throws TencentCloudSDKException {
        ListPoliciesRequest request = new ListPoliciesRequest();
        request.setScope("QCS");
        return client.ListPolicies(request).getList()[0];
    }

    private static String code(ThrowingCallable call) {
        return catchThrowableOfType(TencentCloudSDKException.class, call).getErrorCode();
    }

    /// Code and text of a refusal.
    private static String refused(ThrowingCallable call) {
        TencentCloudSDKException refused = catchThrowableOfType(TencentCloudSDKException.class, call);
        return refused.getErrorCode() + " "
                + String.valueOf(refused.getMessage())
                        .replaceFirst("(?s)^\\[TencentCloudSDKException\\].*?message:", "");
    }
}
