package dev.countersign.conformance;

import com.tencentcloudapi.cam.v20190116.CamClient;
import com.tencentcloudapi.common.AbstractModel;
import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.CommonRequest;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import com.tencentcloudapi.common.profile.Language;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Value;
import dev.countersign.value.Bytes;
import java.util.Map;
import java.util.Optional;

/// One way in which the official Tencent SDK for Java can send a call.
enum TencentManner {
    TC3_POST(ClientProfile.SIGN_TC3_256, HttpProfile.REQ_POST, false, "127.0.0.1"),
    TC3_GET(ClientProfile.SIGN_TC3_256, HttpProfile.REQ_GET, false, "127.0.0.1"),
    TC3_POST_UNSIGNED_PAYLOAD(ClientProfile.SIGN_TC3_256, HttpProfile.REQ_POST, true, "127.0.0.1"),
    TC3_GET_UNSIGNED_PAYLOAD(ClientProfile.SIGN_TC3_256, HttpProfile.REQ_GET, true, "localhost"),
    TC3_POST_BY_NAME(ClientProfile.SIGN_TC3_256, HttpProfile.REQ_POST, false, "localhost"),
    SHA1_POST(ClientProfile.SIGN_SHA1, HttpProfile.REQ_POST, false, "127.0.0.1"),
    SHA1_GET(ClientProfile.SIGN_SHA1, HttpProfile.REQ_GET, false, "127.0.0.1"),
    SHA256_POST(ClientProfile.SIGN_SHA256, HttpProfile.REQ_POST, false, "127.0.0.1"),
    SHA256_GET(ClientProfile.SIGN_SHA256, HttpProfile.REQ_GET, false, "localhost");

    private final String signMethod;
    private final String method;
    private final boolean unsignedPayload;
    private final String host;

    TencentManner(String signMethod, String method, boolean unsignedPayload, String host) {
        this.signMethod = signMethod;
        this.method = method;
        this.unsignedPayload = unsignedPayload;
        this.host = host;
    }

    /// Calls an action of intlpartnersmgt as tenant `dev`.
    Value.Fields call(DevServer server, String action, Map<String, Value> parameters) throws TencentCloudSDKException {
        return call(server, DevServer.ROOT, Optional.empty(), action, parameters);
    }

    /// Calls an action of intlpartnersmgt as somebody, in some language.
    Value.Fields call(
            DevServer server,
            Credential credential,
            Optional<Language> language,
            String action,
            Map<String, Value> parameters)
            throws TencentCloudSDKException {
        return call(server.port(), credential, language, action, parameters);
    }

    /// Calls an action of intlpartnersmgt at some port.
    Value.Fields call(
            int port, Credential credential, Optional<Language> language, String action, Map<String, Value> parameters)
            throws TencentCloudSDKException {
        return call(
                new CommonClient("intlpartnersmgt", "2022-09-28", credential, "", profile(port, language)),
                action,
                parameters);
    }

    /// How a client of some port is set up to call in this manner.
    ClientProfile profile(int port) {
        return profile(port, Optional.empty());
    }

    /// The typed client of cam, on the international site's language.
    CamClient cam(DevServer server, Credential credential) {
        return cam(server.port(), credential);
    }

    /// The same at some port.
    CamClient cam(int port, Credential credential) {
        return new CamClient(credential, "", profile(port, Optional.of(Language.EN_US)));
    }

    private ClientProfile profile(int port, Optional<Language> language) {
        HttpProfile http = new HttpProfile();
        http.setEndpoint(host + ":" + port);
        http.setProtocol(HttpProfile.REQ_HTTP);
        http.setReqMethod(method);
        ClientProfile profile = new ClientProfile(signMethod, http);
        profile.setUnsignedPayload(unsignedPayload);
        language.ifPresent(profile::setLanguage);
        return profile;
    }

    /// Calls an action of a client's product.
    Value.Fields call(CommonClient client, String action, Map<String, Value> parameters)
            throws TencentCloudSDKException {
        String answer = client.commonRequest(model(parameters), action);
        Value.Fields document = (Value.Fields) Json.read(Bytes.utf8(answer), "answer");
        return document.fields().get("Response") instanceof Value.Fields response ? response : document;
    }

    /// JSON for a signed body; everything else is flattened.
    private AbstractModel model(Map<String, Value> parameters) {
        boolean json = signMethod.equals(ClientProfile.SIGN_TC3_256) && method.equals(HttpProfile.REQ_POST);
        return json ? new CommonRequest(Json.write(new Value.Fields(parameters)).toUtf8()) : new FlatModel(parameters);
    }
}
