package dev.countersign.conformance;

import com.aliyun.tea.TeaException;
import com.aliyun.teaopenapi.Client;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teaopenapi.models.OpenApiRequest;
import com.aliyun.teaopenapi.models.Params;
import com.aliyun.teautil.models.RuntimeOptions;
import com.tencentcloudapi.common.Credential;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `tea-openapi`, which is what the generated clients call: a POST.
enum TeaManner implements AlibabaSdk {
    /// Its default, version 3, with the parameters in the query as today's clients have them.
    TEA_V3("ACS3-HMAC-SHA256", false),
    /// The same, with the parameters in the form as older clients have some of them.
    TEA_V3_FORM("ACS3-HMAC-SHA256", true),
    /// Version 1 by its own name.
    TEA_V2("v2", false),
    /// The same, with the parameters in the form.
    TEA_V2_FORM("v2", true);

    private final String algorithm;
    private final boolean form;

    TeaManner(String algorithm, boolean form) {
        this.algorithm = algorithm;
        this.form = form;
    }

    @Override
    public Map<String, ?> call(int port, Credential key, Target target, Map<String, String> parameters) throws Shown {
        Config config = new Config()
                .setAccessKeyId(key.getSecretId())
                .setAccessKeySecret(key.getSecretKey())
                .setEndpoint("127.0.0.1:" + port)
                .setProtocol("http")
                .setSignatureAlgorithm(algorithm);
        Params params = new Params()
                .setAction(target.action())
                .setVersion(target.version())
                .setProtocol("HTTP")
                .setPathname("/")
                .setMethod("POST")
                .setAuthType("AK")
                .setStyle("RPC")
                .setReqBodyType("formData")
                .setBodyType("json");
        OpenApiRequest request = new OpenApiRequest();
        if (form) {
            request.setBody(parameters);
        } else {
            request.setQuery(parameters);
        }
        try {
            return fields(new Client(config)
                    .callApi(params, request, new RuntimeOptions())
                    .get("body"));
        } catch (TeaException refused) {
            throw new Shown(
                    refused.getCode(),
                    String.valueOf(refused.getMessage()),
                    Optional.<Map<String, ?>>ofNullable(refused.getAccessDeniedDetail())
                            .orElse(Map.of()));
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> fields(@Nullable Object map) {
        return (Map<String, ?>) Objects.requireNonNull(map);
    }
}
