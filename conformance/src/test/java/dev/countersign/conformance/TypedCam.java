package dev.countersign.conformance;

import com.tencentcloudapi.cam.v20190116.CamClient;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;

/// The official typed client of `cam`, in each manner in which it can sign and send.
enum TypedCam {
    TC3_POST(ClientProfile.SIGN_TC3_256, HttpProfile.REQ_POST),
    TC3_GET(ClientProfile.SIGN_TC3_256, HttpProfile.REQ_GET),
    SHA1_POST(ClientProfile.SIGN_SHA1, HttpProfile.REQ_POST),
    SHA1_GET(ClientProfile.SIGN_SHA1, HttpProfile.REQ_GET),
    SHA256_POST(ClientProfile.SIGN_SHA256, HttpProfile.REQ_POST),
    SHA256_GET(ClientProfile.SIGN_SHA256, HttpProfile.REQ_GET);

    private final String signMethod;
    private final String method;

    TypedCam(String signMethod, String method) {
        this.signMethod = signMethod;
        this.method = method;
    }

    /// A client that calls as somebody.
    CamClient client(DevServer server, Credential credential) {
        HttpProfile http = new HttpProfile();
        http.setEndpoint("127.0.0.1:" + server.port());
        http.setProtocol(HttpProfile.REQ_HTTP);
        http.setReqMethod(method);
        return new CamClient(credential, "", new ClientProfile(signMethod, http));
    }
}
