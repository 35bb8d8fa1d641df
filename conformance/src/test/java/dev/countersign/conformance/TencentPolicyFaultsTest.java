package dev.countersign.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.tencentcloudapi.cam.v20190116.CamClient;
import com.tencentcloudapi.cam.v20190116.models.CreatePolicyRequest;
import com.tencentcloudapi.cam.v20190116.models.UpdatePolicyRequest;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each code that names a fault of a policy document, with its page's text, from both actions that read one.
class TencentPolicyFaultsTest {
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
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "PolicyDocumentError | `PolicyDocument` field invalid. | nonsense",
                "PolicyDocumentLengthOverLimit | `PolicyDocument` field exceeds length restriction. | LONG",
                "VersionError | `Version` field of policy document invalid. | {'statement':[]}",
                "StatementError | `Statement` field of policy document invalid. | {'version':'2.0','statement':[]}",
                "EffectError | `Effect` field of policy document invalid. | {'version':'2.0','statement':{'action':'*','resource':'*'}}",
                "ActionMiss | The action in the policy syntax does not exist. | {'version':'2.0','statement':{'effect':'allow','resource':'*'}}",
                "ActionError | `Action` field of policy document invalid. | {'version':'2.0','statement':{'effect':'allow','action':'x','resource':'*'}}",
                "ActionNotExist | The action in the policy syntax does not exist. | {'version':'2.0','statement':{'effect':'allow','action':'permid/1','resource':'*'}}",
                "ResourceError | `Resource` field of policy document invalid. | {'version':'2.0','statement':{'effect':'allow','action':'*'}}",
                "ResourceQcsError | Incorrect resource `QCS`. | {'version':'2.0','statement':{'effect':'allow','action':'*','resource':'x'}}",
                "ResourceProjectError | The resource project in the policy syntax is incorrect. | {'version':'2.0','statement':{'effect':'allow','action':'*','resource':'qcs:1:cam::uin/1:x'}}",
                "ResourceRegionError | The resource region in the policy syntax is incorrect. | {'version':'2.0','statement':{'effect':'allow','action':'*','resource':'qcs::cam:a/b:uin/1:x'}}",
                "ResourceUinError | The resource root account in the policy syntax is incorrect. | {'version':'2.0','statement':{'effect':'allow','action':'*','resource':'qcs::cam::x:x'}}",
                "ResourceContentError | The resource context in the policy syntax is incorrect. | {'version':'2.0','statement':{'effect':'allow','action':'*','resource':'qcs::cam::uin/1:'}}",
                "ConditionError | `condition` field of policy document invalid. | {'version':'2.0','statement':{'effect':'allow','action':'*','resource':'*','condition':1}}",
                "ConditionTypeError | The condition operator in the policy syntax is incorrect. | {'version':'2.0','statement':{'effect':'allow','action':'*','resource':'*','condition':{'is':{'qcs:ip':'1'}}}}",
                "ConditionContentError | The condition content in the policy syntax is incorrect. | {'version':'2.0','statement':{'effect':'allow','action':'*','resource':'*','condition':{'ip_equal':{'qcs:ip':'1'}}}}",
                "PrincipalError | `principal` field of policy document invalid. | {'version':'2.0','statement':{'effect':'allow','action':'*','resource':'*','principal':{}}}"
            })
    void a_fault_is_named(String code, String text, String written) {
        String document = written.equals("LONG") ? " ".repeat(6145) : written.replace('\'', '"');
        CamClient alice = TypedCam.TC3_POST.client(server, DevServer.ALICE);
        CreatePolicyRequest create = new CreatePolicyRequest();
        create.setPolicyName("p");
        create.setPolicyDocument(document);
        UpdatePolicyRequest update = new UpdatePolicyRequest();
        update.setPolicyName("dev-operator-access");
        update.setPolicyDocument(document);

        for (TencentCloudSDKException refused : new TencentCloudSDKException[] {
            catchThrowableOfType(TencentCloudSDKException.class, () -> alice.CreatePolicy(create)),
            catchThrowableOfType(TencentCloudSDKException.class, () -> alice.UpdatePolicy(update))
        }) {
            assertThat(refused.getErrorCode()).isEqualTo("InvalidParameter." + code);
            assertThat(refused.getMessage()).contains(text);
        }
    }
}
