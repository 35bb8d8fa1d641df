package dev.countersign.conformance;

import com.aliyun.teaopenapi.Client;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teaopenapi.models.OpenApiRequest;
import com.aliyun.teaopenapi.models.Params;
import com.aliyun.teautil.models.RuntimeOptions;
import com.tencentcloudapi.common.Credential;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Calls an RPC action with Alibaba Cloud's SDK as a generated client of it does.
///
/// @param port where the server, or what stands before it, listens
/// @param version of the product
/// @param algorithm the signature; empty for the SDK's own choice
record TeaRpc(int port, String version, String algorithm) {
    /// The answer's body.
    ///
    /// @throws Exception as the SDK throws
    Map<String, ?> call(Credential key, String action, Map<String, String> query) throws Exception {
        return call(key, action, new OpenApiRequest().setQuery(query));
    }

    /// The same with parameters wherever they are.
    Map<String, ?> call(Credential key, String action, OpenApiRequest request) throws Exception {
        Config config = new Config()
                .setAccessKeyId(key.getSecretId())
                .setAccessKeySecret(key.getSecretKey())
                .setEndpoint("127.0.0.1:" + port)
                .setProtocol("http");
        if (key.getToken() != null) {
            config.setSecurityToken(key.getToken());
        }
        if (!algorithm.isEmpty()) {
            config.setSignatureAlgorithm(algorithm);
        }
        return call(config, version, action, request);
    }

    /// The same as whoever the configuration says.
    static Map<String, ?> call(Config config, String version, String action, OpenApiRequest request) throws Exception {
        Params params = new Params()
                .setAction(action)
                .setVersion(version)
                .setProtocol("HTTP")
                .setPathname("/")
                .setMethod("POST")
                .setAuthType("AK")
                .setStyle("RPC")
                .setReqBodyType("formData")
                .setBodyType("json");
        Map<String, ?> answer = new Client(config).callApi(params, request, new RuntimeOptions());
        return fields(answer.get("body"));
    }

    /// An object within an answer.
    @SuppressWarnings("unchecked")
    static Map<String, ?> fields(@Nullable Object map) {
        return (Map<String, ?>) Objects.requireNonNull(map);
    }
}
