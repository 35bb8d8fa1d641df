package dev.countersign.conformance;

import com.aliyun.auth.credentials.provider.StaticCredentialProvider;
import com.aliyun.core.http.HttpMethod;
import com.aliyun.sdk.gateway.pop.Configuration;
import com.aliyun.sdk.gateway.pop.auth.SignatureVersion;
import com.aliyun.sdk.gateway.pop.clients.CommonAsyncClient;
import com.aliyun.sdk.gateway.pop.exception.PopClientException;
import com.aliyun.sdk.gateway.pop.models.CommonRequest;
import com.tencentcloudapi.common.Credential;
import darabonba.core.client.ClientOverrideConfiguration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// `aliyun-gateway-pop`, the core of the asynchronous SDK.
enum PopManner implements AlibabaSdk {
    POP_V1_GET(SignatureVersion.V1, HttpMethod.GET, false),
    POP_V1_POST(SignatureVersion.V1, HttpMethod.POST, false),
    POP_V1_FORM(SignatureVersion.V1, HttpMethod.POST, true),
    POP_V3_GET(SignatureVersion.V3, HttpMethod.GET, false),
    POP_V3_POST(SignatureVersion.V3, HttpMethod.POST, false),
    POP_V3_FORM(SignatureVersion.V3, HttpMethod.POST, true);

    private final SignatureVersion version;
    private final HttpMethod method;
    private final boolean form;

    PopManner(SignatureVersion version, HttpMethod method, boolean form) {
        this.version = version;
        this.method = method;
        this.form = form;
    }

    @Override
    public Map<String, ?> call(int port, Credential key, Target target, Map<String, String> parameters) throws Shown {
        CommonRequest.Builder request = CommonRequest.builder()
                .product("cams")
                .version(target.version())
                .action(target.action())
                .httpMethod(method)
                .requestBodyType("formData")
                .isFormData(form);
        parameters.forEach(form ? request::putBodyParameters : request::putQueryParameters);
        try (CommonAsyncClient client = CommonAsyncClient.builder()
                .region("local")
                .credentialsProvider(StaticCredentialProvider.create(com.aliyun.auth.credentials.Credential.builder()
                        .accessKeyId(key.getSecretId())
                        .accessKeySecret(key.getSecretKey())
                        .build()))
                .serviceConfiguration(Configuration.create().setSignatureVersion(version))
                .overrideConfiguration(ClientOverrideConfiguration.create()
                        .setEndpointOverride("127.0.0.1:" + port)
                        .setProtocol("HTTP"))
                .build()) {
            return fields(client.callApi(request.build()).get().getBody());
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof PopClientException refused) {
                throw new Shown(
                        refused.getErrCode(),
                        refused.getErrMessage(),
                        Optional.<Map<String, ?>>ofNullable(refused.getAccessDeniedDetail())
                                .orElse(Map.of()));
            }
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> fields(@Nullable Object map) {
        return (Map<String, ?>) Objects.requireNonNull(map);
    }
}
