package dev.countersign.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aliyun.tea.TeaException;
import com.aliyuncs.CommonRequest;
import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.auth.SignatureVersion;
import com.aliyuncs.auth.sts.AssumeRoleRequest;
import com.aliyuncs.auth.sts.AssumeRoleResponse;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.http.FormatType;
import com.aliyuncs.http.MethodType;
import com.aliyuncs.http.ProtocolType;
import com.aliyuncs.profile.DefaultProfile;
import com.tencentcloudapi.common.Credential;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The official SDKs for Java ask who they are and assume a role, in every manner that they have.
class AlibabaStsTest {
    private static final String ROLE = "acs:ram::1000000000000001:role/dev-operator";

    /// The new SDK's own name of version 1.
    private static final String V1 = "v2";

    @TempDir
    Path directory;

    private DevServer server;

    @BeforeEach
    void start() {
        server = DevServer.start(directory);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Map<String, ?> tea(String algorithm, Credential key, String action, Map<String, String> query)
            throws Exception {
        return new TeaRpc(server.port(), "2015-04-01", algorithm).call(key, action, query);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ACS3-HMAC-SHA256", V1})
    void the_new_sdk_learns_who_it_is(String algorithm) throws Exception {
        Map<String, ?> alice = tea(algorithm, DevServer.ALICE, "GetCallerIdentity", Map.of());
        assertThat(alice.get("Arn")).isEqualTo("acs:ram::1000000000000001:user/alice");
        assertThat(alice.get("IdentityType")).isEqualTo("RAMUser");
        assertThat(alice.get("UserId")).isEqualTo("100000000011");
        assertThat(alice.containsKey("RoleId")).isFalse();
        Map<String, ?> root = tea(algorithm, DevServer.ROOT, "GetCallerIdentity", Map.of("OwnerId", "1"));
        assertThat(root.get("Arn")).isEqualTo("acs:ram::1000000000000001:root");
        assertThat(root.get("IdentityType")).isEqualTo("Account");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", V1})
    void the_new_sdk_assumes_a_role_and_acts_as_it(String algorithm) throws Exception {
        Map<String, ?> assumed = tea(
                algorithm,
                DevServer.ALICE,
                "AssumeRole",
                Map.of("RoleArn", ROLE, "RoleSessionName", "nightly", "ExternalId", "a=b,c.d@e:f/g-h_i"));
        Map<String, ?> credentials = TeaRpc.fields(assumed.get("Credentials"));
        assertThat(TeaRpc.fields(assumed.get("AssumedRoleUser")).get("Arn")).isEqualTo(ROLE + "/nightly");
        String id = String.valueOf(credentials.get("AccessKeyId"));
        assertThat(id).startsWith("STS.");
        Credential temporary = new Credential(
                id,
                String.valueOf(credentials.get("AccessKeySecret")),
                String.valueOf(credentials.get("SecurityToken")));
        TeaException denied = catchThrowableOfType(
                TeaException.class, () -> tea(algorithm, temporary, "GetCallerIdentity", Map.of()));
        assertThat(denied.getCode()).isEqualTo("Ram.PermissionDeny");
        assertThat(denied.getAccessDeniedDetail())
                .containsEntry("AuthPrincipalType", "AssumedRoleUser")
                .containsEntry("AuthPrincipalDisplayName", "dev-operator:nightly");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", V1})
    void the_new_sdk_shows_codes_and_denials(String algorithm) {
        TeaException unknown = catchThrowableOfType(
                TeaException.class,
                () -> tea(algorithm, new Credential("LTAIunknown", "x"), "GetCallerIdentity", Map.of()));
        assertThat(unknown.getCode()).isEqualTo("InvalidAccessKeyId.NotFound");
        TeaException wrong = catchThrowableOfType(
                TeaException.class,
                () -> tea(
                        algorithm, new Credential(DevServer.ALICE.getSecretId(), "x"), "GetCallerIdentity", Map.of()));
        assertThat(wrong.getCode()).isEqualTo("SignatureDoesNotMatch");
        TeaException denied = catchThrowableOfType(
                TeaException.class,
                () -> tea(
                        algorithm, DevServer.BOB, "AssumeRole", Map.of("RoleArn", ROLE, "RoleSessionName", "nightly")));
        assertThat(denied.getCode()).isEqualTo("Ram.PermissionDeny");
        assertThat(denied.getAccessDeniedDetail())
                .containsEntry("AuthAction", "sts:AssumeRole")
                .containsEntry("AuthPrincipalType", "SubUser")
                .containsEntry("AuthPrincipalDisplayName", "100000000012");
        TeaException missing = catchThrowableOfType(
                TeaException.class, () -> tea(algorithm, DevServer.ALICE, "AssumeRole", Map.of("RoleArn", "")));
        assertThat(missing.getCode()).isEqualTo("MissingRoleArn");
        TeaException noRole = catchThrowableOfType(
                TeaException.class,
                () -> tea(
                        algorithm,
                        DevServer.ALICE,
                        "AssumeRole",
                        Map.of(
                                "RoleArn",
                                "acs:ram::1000000000000002:role/dev-operator",
                                "RoleSessionName",
                                "nightly")));
        assertThat(noRole.getCode()).isEqualTo("EntityNotExist.Role");
    }

    private String legacy(SignatureVersion version, MethodType method, FormatType format, Credential key, String action)
            throws ClientException {
        DefaultProfile profile = DefaultProfile.getProfile("local", key.getSecretId(), key.getSecretKey());
        CommonRequest request = new CommonRequest();
        request.setSysDomain("127.0.0.1:" + server.port());
        request.setSysVersion("2015-04-01");
        request.setSysAction(action);
        request.setSysMethod(method);
        request.setSysProtocol(ProtocolType.HTTP);
        request.setSysSignatureVersion(version);
        request.setHttpContentType(format);
        request.setSysAccept(format);
        DefaultAcsClient client = new DefaultAcsClient(profile);
        try {
            return client.getCommonResponse(request).getData();
        } finally {
            client.shutdown();
        }
    }

    @ParameterizedTest
    @CsvSource({"V1, GET", "V1, POST", "V3, GET", "V3, POST"})
    void the_old_sdk_learns_who_it_is(SignatureVersion version, MethodType method) throws Exception {
        assertThat(legacy(version, method, FormatType.JSON, DevServer.ALICE, "GetCallerIdentity"))
                .contains("\"Arn\":\"acs:ram::1000000000000001:user/alice\"");
        ClientException unknown = catchThrowableOfType(
                ClientException.class, () -> legacy(version, method, FormatType.JSON, DevServer.ALICE, "GetNothing"));
        assertThat(unknown.getErrCode()).isEqualTo("InvalidAction.NotFound");
    }

    private AssumeRoleResponse typed(SignatureVersion version, FormatType format, String secret)
            throws ClientException {
        AssumeRoleRequest request = new AssumeRoleRequest();
        request.setSysEndpoint("127.0.0.1:" + server.port());
        request.setSysProtocol(ProtocolType.HTTP);
        request.setSysSignatureVersion(version);
        request.setSysAcceptFormat(format);
        request.setRoleArn(ROLE);
        request.setRoleSessionName("nightly");
        DefaultAcsClient client =
                new DefaultAcsClient(DefaultProfile.getProfile("local", DevServer.ALICE.getSecretId(), secret));
        try {
            return client.getAcsResponse(request);
        } finally {
            client.shutdown();
        }
    }

    @ParameterizedTest
    @CsvSource({"V1, JSON", "V1, XML", "V3, JSON", "V3, XML"})
    void the_old_sdk_reads_an_assumed_role_in_both_forms(SignatureVersion version, FormatType format) throws Exception {
        AssumeRoleResponse assumed = typed(version, format, DevServer.ALICE.getSecretKey());
        assertThat(assumed.getRequestId()).isNotEmpty();
        assertThat(assumed.getAssumedRoleUser().getArn()).isEqualTo(ROLE + "/nightly");
        assertThat(assumed.getCredentials().getAccessKeyId()).startsWith("STS.");
        assertThat(assumed.getCredentials().getSecurityToken()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JSON", "XML"})
    void the_old_sdk_tells_a_wrong_secret_from_what_the_server_signed(FormatType format) {
        ClientException refused =
                catchThrowableOfType(ClientException.class, () -> typed(SignatureVersion.V1, format, "wrong"));
        assertThat(refused.getErrCode()).isEqualTo("SDK.InvalidAccessKeySecret");
    }
}
