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
    TEA_V3,
    /// The new SDK with its own name of version 1.
    TEA_V1,
    /// The new SDK with parameters in the body, as its clients of earlier years had them.
    TEA_V3_FORM,
    /// The old SDK's default.
    LEGACY_V1_GET,
    /// The old SDK, in the body.
    LEGACY_V1_POST,
    /// The old SDK that wants XML.
    LEGACY_V1_XML,
    /// The old SDK with the new signature.
    LEGACY_V3_POST;

    private static final String CAMS = "2020-06-06";
    private static final String NEW = "tea-openapi-0.3.15";
    private static final String OLD = "aliyun-java-sdk-core-4.7.6";

    /// The SDK with its version.
    String sdk() {
        return name().startsWith("TEA") ? NEW : OLD;
    }

    /// Calls an action of cams.
    ///
    /// @return `OK`, or the code that the SDK shows
    String cams(int port, Credential key, String action, Map<String, String> parameters) throws Exception {
        try {
            switch (this) {
                case TEA_V3 -> new TeaRpc(port, CAMS, "").call(key, action, parameters);
                case TEA_V1 -> new TeaRpc(port, CAMS, "v2").call(key, action, parameters);
                case TEA_V3_FORM ->
                    new TeaRpc(port, CAMS, "").call(key, action, new OpenApiRequest().setBody(parameters));
                case LEGACY_V1_GET -> {
                    CommonRequest request = legacy(port, action, parameters, SignatureVersion.V1, MethodType.GET);
                    send(request, FormatType.JSON, key);
                }
                case LEGACY_V1_POST -> {
                    CommonRequest request = legacy(port, action, parameters, SignatureVersion.V1, MethodType.POST);
                    send(request, FormatType.JSON, key);
                }
                case LEGACY_V1_XML -> {
                    CommonRequest request = legacy(port, action, parameters, SignatureVersion.V1, MethodType.GET);
                    send(request, FormatType.XML, key);
                }
                case LEGACY_V3_POST -> {
                    CommonRequest request = legacy(port, action, parameters, SignatureVersion.V3, MethodType.POST);
                    send(request, FormatType.JSON, key);
                }
            }
            return "OK";
        } catch (TeaException refused) {
            return refused.getCode();
        } catch (ClientException refused) {
            return refused.getErrCode();
        }
    }

    private static CommonRequest legacy(
            int port, String action, Map<String, String> parameters, SignatureVersion version, MethodType method) {
        CommonRequest request = new CommonRequest();
        request.setSysDomain("127.0.0.1:" + port);
        request.setSysVersion(CAMS);
        request.setSysAction(action);
        request.setSysMethod(method);
        request.setSysProtocol(ProtocolType.HTTP);
        request.setSysSignatureVersion(version);
        parameters.forEach(request::putQueryParameter);
        return request;
    }

    private static void send(CommonRequest request, FormatType format, Credential key) throws ClientException {
        request.setSysAccept(format);
        DefaultAcsClient client = new DefaultAcsClient(
                DefaultProfile.getProfile("ap-southeast-1", key.getSecretId(), key.getSecretKey()));
        try {
            client.getCommonResponse(request);
        } finally {
            client.shutdown();
        }
    }
}
