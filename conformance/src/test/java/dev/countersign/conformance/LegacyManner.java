package dev.countersign.conformance;

import com.aliyuncs.AcsRequest;
import com.aliyuncs.AcsResponse;
import com.aliyuncs.CommonRequest;
import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.auth.SignatureVersion;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.http.FormatType;
import com.aliyuncs.http.MethodType;
import com.aliyuncs.http.ProtocolType;
import com.aliyuncs.profile.DefaultProfile;
import com.google.gson.Gson;
import com.tencentcloudapi.common.Credential;
import java.util.Map;
import java.util.Optional;

/// `aliyun-java-sdk-core`, the old SDK, with answers in JSON or XML.
enum LegacyManner implements AlibabaSdk {
    OLD_V1_GET_JSON(SignatureVersion.V1, MethodType.GET, FormatType.JSON),
    OLD_V1_GET_XML(SignatureVersion.V1, MethodType.GET, FormatType.XML),
    OLD_V1_POST_JSON(SignatureVersion.V1, MethodType.POST, FormatType.JSON),
    OLD_V1_POST_XML(SignatureVersion.V1, MethodType.POST, FormatType.XML),
    OLD_V3_GET_JSON(SignatureVersion.V3, MethodType.GET, FormatType.JSON),
    OLD_V3_GET_XML(SignatureVersion.V3, MethodType.GET, FormatType.XML),
    OLD_V3_POST_JSON(SignatureVersion.V3, MethodType.POST, FormatType.JSON),
    OLD_V3_POST_XML(SignatureVersion.V3, MethodType.POST, FormatType.XML);

    private final SignatureVersion version;
    private final MethodType method;
    private final FormatType format;

    LegacyManner(SignatureVersion version, MethodType method, FormatType format) {
        this.version = version;
        this.method = method;
        this.format = format;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Map<String, ?> call(int port, Credential key, Target target, Map<String, String> parameters) throws Shown {
        String answer = with(
                key,
                client -> client.getCommonResponse(request(port, target, parameters))
                        .getData());
        return format == FormatType.XML
                ? XmlAnswer.read(target.action() + "Response", answer)
                : new Gson().fromJson(answer, Map.class);
    }

    /// The same by the path of the SDK's generated clients, which looks at errors more closely; an answer is not read.
    @SuppressWarnings("unchecked")
    void generated(int port, Credential key, Target target, Map<String, String> parameters) throws Shown {
        with(
                key,
                client -> client.getAcsResponse((AcsRequest<AcsResponse>)
                        request(port, target, parameters).buildRequest()));
    }

    private CommonRequest request(int port, Target target, Map<String, String> parameters) {
        CommonRequest request = new CommonRequest();
        request.setSysDomain("127.0.0.1:" + port);
        request.setSysVersion(target.version());
        request.setSysAction(target.action());
        request.setSysMethod(method);
        request.setSysProtocol(ProtocolType.HTTP);
        request.setSysSignatureVersion(version);
        request.setSysAccept(format);
        parameters.forEach(request::putQueryParameter);
        return request;
    }

    /// What one does with a client.
    private interface Use<T> {
        T of(DefaultAcsClient client) throws ClientException;
    }

    private static <T> T with(Credential key, Use<T> use) throws Shown {
        DefaultAcsClient client =
                new DefaultAcsClient(DefaultProfile.getProfile("local", key.getSecretId(), key.getSecretKey()));
        try {
            return use.of(client);
        } catch (ClientException refused) {
            throw new Shown(
                    refused.getErrCode(),
                    refused.getErrMsg(),
                    Optional.<Map<String, ?>>ofNullable(refused.getAccessDeniedDetail())
                            .orElse(Map.of()));
        } finally {
            client.shutdown();
        }
    }
}
