package dev.countersign.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.Language;
import com.tencentcloudapi.sts.v20180813.StsClient;
import com.tencentcloudapi.sts.v20180813.models.GetCallerIdentityRequest;
import com.tencentcloudapi.sts.v20180813.models.GetCallerIdentityResponse;
import dev.countersign.gateway.wire.Value;
import dev.countersign.testkit.Totp;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The official SDK for Java gets temporary keys and signs with them, in every manner that it has.
class TencentStsTest {
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final String SERIAL = "qcs::cam:uin/100000000001::mfa/softToken";

    @TempDir
    Path directory;

    private DevServer server;

    @BeforeEach
    void start() throws Exception {
        server = DevServer.start(directory);
        server.send("PUT", "/dev/authenticators", "{\"uin\":100000000011,\"totp\":\"" + SECRET + "\"}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Instant now() throws Exception {
        Value.Fields clock = (Value.Fields) server.send("GET", "/dev/clock", "");
        return Instant.parse(text(clock, "now"));
    }

    private StsClient typed(TencentManner manner, Credential credential) {
        return new StsClient(credential, "", manner.profile(server.port()));
    }

    /// The typed client of this release does not have `GetSessionToken` yet.
    private Value.Fields open(TencentManner manner, Credential credential) throws Exception {
        return manner.call(
                common(manner, credential),
                "GetSessionToken",
                Map.of(
                        "SerialNumber", Value.text(SERIAL),
                        "TokenCode", Value.text(Totp.code(SECRET, now())),
                        "DurationSeconds", Value.number(3600)));
    }

    private static Credential temporary(Value.Fields opened) {
        Value.Fields credentials =
                (Value.Fields) Objects.requireNonNull(opened.fields().get("Credentials"));
        return new Credential(
                text(credentials, "TmpSecretId"), text(credentials, "TmpSecretKey"), text(credentials, "Token"));
    }

    private static String text(Value.Fields fields, String name) {
        if (fields.fields().get(name) instanceof Value.Text text) {
            return text.text();
        }
        throw new IllegalStateException("no text is called " + name);
    }

    @ParameterizedTest
    @EnumSource(TencentManner.class)
    void the_sdk_gets_a_key_and_both_its_clients_sign_with_it(TencentManner manner) throws Exception {
        Value.Fields opened = open(manner, DevServer.ALICE);
        assertThat(opened.fields().get("ExpiredTime"))
                .isEqualTo(
                        Value.number(Instant.parse(text(opened, "Expiration")).getEpochSecond()));
        Credential key = temporary(opened);

        GetCallerIdentityResponse who = typed(manner, key).GetCallerIdentity(new GetCallerIdentityRequest());
        assertThat(who.getType()).isEqualTo("CAMUser");
        assertThat(who.getUserId()).isEqualTo("100000000011");
        assertThat(who.getArn()).isEqualTo("qcs::cam:100000000001:uin/100000000011");
        Value.Fields countries = manner.call(server, key, Optional.<Language>empty(), "GetCountryCodes", Map.of());
        assertThat(countries.fields()).containsKey("Data");

        server.advance("3601s");
        assertThat(code(() -> typed(manner, key).GetCallerIdentity(new GetCallerIdentityRequest())))
                .isEqualTo("AuthFailure.TokenFailure");
    }

    @ParameterizedTest
    @EnumSource(TencentManner.class)
    void the_sdk_hears_of_each_refusal(TencentManner manner) throws Exception {
        String code = Totp.code(SECRET, now());
        Map<String, Value> parameters = Map.of("SerialNumber", Value.text(SERIAL), "TokenCode", Value.text(code));
        Value.Fields opened = manner.call(common(manner, DevServer.ALICE), "GetSessionToken", parameters);
        assertThat(opened.fields()).containsOnlyKeys("Credentials", "ExpiredTime", "Expiration", "RequestId");

        assertThat(code(() -> manner.call(common(manner, DevServer.ALICE), "GetSessionToken", parameters)))
                .isEqualTo("FailedOperation.CheckMFAError");
        server.advance("60s");
        Credential key = temporary(open(manner, DevServer.ALICE));
        assertThat(code(() -> open(manner, key))).isEqualTo("FailedOperation.TempKeyNotAllowed");
        Credential tokenless = new Credential(key.getSecretId(), key.getSecretKey());
        assertThat(code(() -> manner.call(common(manner, tokenless), "GetCallerIdentity", Map.of())))
                .isEqualTo("AuthFailure.TokenFailure");
        Credential other = new Credential(key.getSecretId(), key.getSecretKey(), "another");
        assertThat(code(() -> manner.call(common(manner, other), "GetCallerIdentity", Map.of())))
                .isEqualTo("AuthFailure.TokenFailure");
        Credential permanent =
                new Credential(DevServer.ALICE.getSecretId(), DevServer.ALICE.getSecretKey(), key.getToken());
        assertThat(code(() -> manner.call(common(manner, permanent), "GetCallerIdentity", Map.of())))
                .isEqualTo("AuthFailure.TokenFailure");
    }

    private CommonClient common(TencentManner manner, Credential credential) {
        return new CommonClient("sts", "2018-08-13", credential, "", manner.profile(server.port()));
    }

    /// A call that the server refuses.
    @FunctionalInterface
    private interface Refused {
        void call() throws Exception;
    }

    private static String code(Refused refused) {
        TencentCloudSDKException thrown = catchThrowableOfType(TencentCloudSDKException.class, refused::call);
        assertThat(thrown).as("it was to be refused").isNotNull();
        assertThat(thrown.getRequestId()).isNotEmpty();
        return thrown.getErrorCode();
    }
}
