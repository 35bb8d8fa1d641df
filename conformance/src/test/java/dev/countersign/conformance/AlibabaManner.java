package dev.countersign.conformance;

import com.aliyun.tea.TeaException;
import com.aliyun.teaopenapi.models.OpenApiRequest;
import com.aliyuncs.CommonRequest;
import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.auth.SignatureVersion;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.http.FormatType;
import com.aliyuncs.http.MethodType;
import com.aliyuncs.http.ProtocolType;
import com.aliyuncs.profile.DefaultProfile;
import com.tencentcloudapi.common.Credential;
import java.util.Map;

/// The manners in which the official SDKs for Java call the Alibaba wire.
enum AlibabaManner {
    /// The new SDK, as it is.
    TEA_V3(new Tea("")),
    /// The new SDK with its own name of version 1.
    TEA_V1(new Tea("v2")),
    /// The new SDK with parameters in the body, as its clients of earlier years had them.
    TEA_V3_FORM(new TeaForm()),
    /// The old SDK's default.
    LEGACY_V1_GET(new Legacy(SignatureVersion.V1, MethodType.GET, FormatType.JSON)),
    /// The old SDK, in the body.
    LEGACY_V1_POST(new Legacy(SignatureVersion.V1, MethodType.POST, FormatType.JSON)),
    /// The old SDK that wants XML.
    LEGACY_V1_XML(new Legacy(SignatureVersion.V1, MethodType.GET, FormatType.XML)),
    /// The old SDK with the new signature.
    LEGACY_V3_POST(new Legacy(SignatureVersion.V3, MethodType.POST, FormatType.JSON));

    private static final String CAMS = "2020-06-06";
    private static final String NEW = "tea-openapi-0.3.15";
    private static final String OLD = "aliyun-java-sdk-core-4.7.6";

    private final Calling calling;

    AlibabaManner(Calling calling) {
        this.calling = calling;
    }

    /// What an SDK is made to do.
    private interface Calling {
        void call(int port, Credential key, String action, Map<String, String> parameters) throws Exception;
    }

    /// The SDK with its version.
    String sdk() {
        return name().startsWith("TEA") ? NEW : OLD;
    }

    /// Calls an action of cams.
    ///
    /// @return `OK`, or the code that the SDK shows
    String cams(int port, Credential key, String action, Map<String, String> parameters) throws Exception {
        try {
            calling.call(port, key, action, parameters);
            return "OK";
        } catch (TeaException refused) {
            return refused.getCode();
        } catch (ClientException refused) {
            return refused.getErrCode();
        }
    }

    private record Tea(String algorithm) implements Calling {
        @Override
        public void call(int port, Credential key, String action, Map<String, String> parameters) throws Exception {
            new TeaRpc(port, CAMS, algorithm).call(key, action, parameters);
        }
    }

    private record TeaForm() implements Calling {
        @Override
        public void call(int port, Credential key, String action, Map<String, String> parameters) throws Exception {
            new TeaRpc(port, CAMS, "").call(key, action, new OpenApiRequest().setBody(parameters));
        }
    }

    private record Legacy(SignatureVersion version, MethodType method, FormatType format) implements Calling {
        @Override
        public void call(int port, Credential key, String action, Map<String, String> parameters) throws Exception {
            CommonRequest request = new CommonRequest();
            request.setSysDomain("127.0.0.1:" + port);
            request.setSysVersion(CAMS);
            request.setSysAction(action);
            request.setSysMethod(method);
            request.setSysProtocol(ProtocolType.HTTP);
            request.setSysSignatureVersion(version);
            request.setSysAccept(format);
            parameters.forEach(request::putQueryParameter);
            DefaultAcsClient client = new DefaultAcsClient(
                    DefaultProfile.getProfile("ap-southeast-1", key.getSecretId(), key.getSecretKey()));
            try {
                client.getCommonResponse(request);
            } finally {
                client.shutdown();
            }
        }
    }
}
